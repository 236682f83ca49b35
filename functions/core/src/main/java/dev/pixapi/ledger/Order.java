package dev.pixapi.ledger;

import dev.pixapi.account.AccountId;
import dev.pixapi.account.KeyId;
import dev.pixapi.media.Retention;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a task was opened with; it never changes.
 *
 * @param digest SHA-256 of the request, in hex: what tells a repeat from another request
 * @param path of the endpoint that opened it
 * @param responseFormat how its images are handed over, as the API names it
 * @param hold all that it may cost
 * @param perImage what each delivered image costs
 * @param mediaToken the unguessable part of its images' names
 * @param retention how long its media are kept behind its end
 * @param deadline past which it is failed, whatever became of it
 * @param user the caller's name for whom it is
 */
public record Order(
        TaskId id,
        AccountId account,
        KeyId key,
        String digest,
        String path,
        String model,
        String responseFormat,
        int count,
        Credits hold,
        Credits perImage,
        String priceVersion,
        String mediaToken,
        Retention retention,
        Instant created,
        Instant deadline,
        Optional<String> user,
        Map<String, String> metadata) {}
