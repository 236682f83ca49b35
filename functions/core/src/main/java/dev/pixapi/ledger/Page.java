package dev.pixapi.ledger;

import java.util.Optional;

/**
 * A part of a list, newest first.
 *
 * @param after the id behind which it begins
 */
public record Page(int limit, Optional<String> after) {}
