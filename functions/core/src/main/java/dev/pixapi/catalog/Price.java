package dev.pixapi.catalog;

import dev.pixapi.ledger.Credits;

/**
 * What a request costs: one line of a price table, times n. A task keeps the price it was opened
 * with.
 *
 * @param version of the catalogue that gave it
 */
public record Price(Credits perImage, int count, String version) {

    /** What is held. */
    public Credits total() {
        return perImage.times(count);
    }

    /** What is charged for the images that were delivered, never more than was held. */
    public Credits of(int delivered) {
        return perImage.times(Math.min(delivered, count));
    }
}
