package dev.pixapi.ledger;

import java.util.Optional;

/**
 * Why a task failed, as its caller reads it: an error code of the API, and a message.
 *
 * @param parameter of the request that is at fault, where one is
 */
public record Failure(String code, String message, Optional<String> parameter) {
    public Failure(String code, String message) {
        this(code, message, Optional.empty());
    }
}
