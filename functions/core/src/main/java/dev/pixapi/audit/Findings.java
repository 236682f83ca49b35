package dev.pixapi.audit;

import dev.pixapi.account.AccountId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The breaks of one account, each acted upon when it is found: a run may end at any moment. */
final class Findings {
    private final AccountId account;
    private final Freezer freezer;
    private final boolean frozen;
    private final List<Break> breaks = new ArrayList<>();

    /**
     * @param frozen whether the account was so before
     */
    Findings(AccountId account, Freezer freezer, boolean frozen) {
        this.account = account;
        this.freezer = freezer;
        this.frozen = frozen;
    }

    AccountId account() {
        return account;
    }

    void add(List<Break> found) {
        found.forEach(broken -> freezer.freeze(broken, frozen));
        breaks.addAll(found);
    }

    /** With nothing left to look at. */
    Audited checked(boolean isExact) {
        return new Audited(account, breaks, Optional.empty(), isExact, Optional.empty());
    }

    Audited suspected(String difference) {
        return new Audited(account, breaks, Optional.of(difference), true, Optional.empty());
    }

    Audited unchecked(String why) {
        return new Audited(account, breaks, Optional.empty(), false, Optional.of(why));
    }
}
