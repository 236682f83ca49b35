package dev.pixapi.input;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.image.InputLimits;

import java.util.concurrent.atomic.AtomicLong;

/** What is left of the bytes that all images of one request may have. Several threads may take. */
final class Allowance {
    private final AtomicLong left = new AtomicLong(InputLimits.MOST_BYTES_TOGETHER);

    /** Never below zero, and never more than one image may have. */
    long mostOfOne() {
        return Math.clamp(left.get(), 0, InputLimits.MOST_BYTES);
    }

    /**
     * @throws ApiException naming the image whose bytes are too many
     */
    void take(String parameter, long bytes) {
        if (left.addAndGet(-bytes) < 0) {
            throw ApiException.at(
                    parameter,
                    ErrorCode.INVALID_IMAGE,
                    "'%s' is one too many: all images of a request together are at most 64 MB."
                            .formatted(parameter));
        }
    }
}
