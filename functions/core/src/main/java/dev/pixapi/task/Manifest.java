package dev.pixapi.task;

import dev.pixapi.ledger.Failure;
import dev.pixapi.provider.Exchange;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The images of a task, written when the last of them is stored. A runner that finds one settles
 * from it and never pays again.
 *
 * @param quality as the provider chose it, or as it was asked
 * @param returned how many images came, those that were no images among them
 * @param wasted how many more came than were asked for; the provider was paid, the caller pays
 *     nothing
 * @param missing why images did not come, as far as the provider tells
 * @param exchanges what the run that delivered them asked of providers
 */
public record Manifest(
        Instant created,
        String quality,
        String background,
        List<StoredImage> images,
        int returned,
        int wasted,
        List<Failure> missing,
        Optional<Map<String, Object>> usage,
        List<Exchange> exchanges) {

    /**
     * Why so many images did not come. Where the provider tells of fewer, the others were no
     * images.
     */
    public List<Failure> missing(int count) {
        var unexplained = Math.max(0, count - missing.size());
        return Stream.concat(
                        missing.stream().limit(count),
                        Collections.nCopies(unexplained, Failures.noImage()).stream())
                .toList();
    }
}
