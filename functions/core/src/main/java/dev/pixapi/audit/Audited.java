package dev.pixapi.audit;

import dev.pixapi.account.AccountId;

import java.util.List;
import java.util.Optional;

/**
 * What was found in one account.
 *
 * @param suspected a difference that is a break only if further runs find the same
 * @param isExact whether the counters have just one value that they may have; entries that came in
 *     the meantime leave more
 * @param unchecked what could not be looked at, and why
 */
public record Audited(
        AccountId account,
        List<Break> breaks,
        Optional<String> suspected,
        boolean isExact,
        Optional<String> unchecked) {}
