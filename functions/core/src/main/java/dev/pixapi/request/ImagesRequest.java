package dev.pixapi.request;

import dev.pixapi.api.ResponseFormat;
import dev.pixapi.image.ImageRequest;

import java.util.Map;

/**
 * A generation as a caller asked for it.
 *
 * @param stream true when the answer is to be server-sent events
 * @param metadata the caller's own pairs, handed back with the task
 */
public record ImagesRequest(
        ImageRequest image,
        ResponseFormat responseFormat,
        boolean stream,
        Map<String, String> metadata) {}
