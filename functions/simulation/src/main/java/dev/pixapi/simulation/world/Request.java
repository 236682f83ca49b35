package dev.pixapi.simulation.world;

import java.util.List;
import java.util.Optional;

/**
 * What one caller wants.
 *
 * @param name also the prompt, by which the provider's calls are told apart
 * @param account which of the history's accounts
 * @param images 1 to 10
 * @param sync whether it waits for its images
 * @param key its Idempotency-Key
 * @param sentAt milliseconds from the beginning, once for each time that it is sent
 * @param changed whether the last time it is sent, its body is another one
 * @param canceledAt when it is canceled, and
 * @param deletedAt when its media are deleted; both need a key, by which the task is named
 * @param refundedAt when operators give credits back
 */
public record Request(
        String name,
        int account,
        int images,
        boolean sync,
        Optional<String> key,
        List<Long> sentAt,
        boolean changed,
        Optional<Long> canceledAt,
        Optional<Long> deletedAt,
        List<Long> refundedAt) {}
