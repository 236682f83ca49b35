package dev.pixapi.audit;

import dev.pixapi.audit.RowVersion.Removed;
import dev.pixapi.audit.RowVersion.Unreadable;
import dev.pixapi.audit.RowVersion.Written;

/**
 * Looks at every version of every account's rows. Each is judged by itself, so that it does not
 * matter in which order they come, or how often.
 */
public final class WatchRows {
    private final Freezer freezer;

    public WatchRows(Freezer freezer) {
        this.freezer = freezer;
    }

    public void see(RowVersion version) {
        switch (version) {
            case Written(var account, var row) ->
                    RowCheck.of(account, row).forEach(b -> freezer.freeze(b, version.isFrozen()));
            case Unreadable(var account, var why, var frozen) ->
                    freezer.freeze(new Break(account, 2, Causes.of(why)), frozen);
            case Removed removed -> see(removed);
        }
    }

    /** Nothing of ours removes one. Without its first row, an account holds nothing any more. */
    private void see(Removed removed) {
        var broken = new Break(removed.account(), 1, "shard " + removed.shard() + " was removed");
        if (removed.shard() == 0) {
            freezer.tell(broken);
        } else {
            freezer.freeze(broken, false);
        }
    }
}
