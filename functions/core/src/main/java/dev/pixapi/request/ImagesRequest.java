package dev.pixapi.request;

import dev.pixapi.api.ResponseFormat;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.media.Retention;

import java.util.Map;
import java.util.Optional;

/**
 * A generation as a caller asked for it.
 *
 * @param stream true when the answer is to be server-sent events
 * @param metadata the caller's own pairs, handed back with the task
 * @param retention how long its media are to be kept; empty for as long as its key says
 */
public record ImagesRequest(
        ImageRequest image,
        ResponseFormat responseFormat,
        boolean stream,
        Map<String, String> metadata,
        Optional<Retention> retention) {}
