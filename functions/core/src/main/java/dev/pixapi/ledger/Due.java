package dev.pixapi.ledger;

import java.util.List;

/**
 * Tasks that someone should look at.
 *
 * @param broken rows among them that cannot be read, which are no reason to leave the others
 */
public record Due(List<Task> tasks, List<BrokenRow> broken) {}
