package dev.pixapi.task;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.ledger.Failure;
import dev.pixapi.provider.ProviderOutcome.Garbled;
import dev.pixapi.provider.ProviderOutcome.NotAccepted;
import dev.pixapi.provider.ProviderOutcome.Rejected;
import dev.pixapi.provider.ProviderOutcome.Unavailable;
import dev.pixapi.provider.ProviderOutcome.Unknown;

/** What a caller reads when a task fails. Nothing of a provider's own words is among it. */
final class Failures {
    private Failures() {}

    static Failure of(Rejected rejected) {
        return rejected.output()
                ? failure(
                        ErrorCode.OUTPUT_REJECTED,
                        "The model's safety rules held back the images it made.")
                : failure(
                        ErrorCode.PROMPT_REJECTED, "The model's safety rules refuse this prompt.");
    }

    static Failure of(NotAccepted refused) {
        var what = refused.parameter().map(name -> "'" + name + "'").orElse("request");
        return new Failure(
                ErrorCode.INVALID_VALUE.wireName(),
                "The model's provider does not accept this " + what + ".",
                refused.parameter());
    }

    static Failure of(Unavailable unavailable) {
        return failure(ErrorCode.MODEL_UNAVAILABLE, "The model is not available at the moment.");
    }

    static Failure of(Garbled garbled) {
        return noImage();
    }

    static Failure of(Unknown unknown) {
        return failure(
                ErrorCode.MODEL_TIMEOUT,
                "The model did not answer in time. Nothing was charged; the request is not"
                        + " repeated.");
    }

    /** The catalogue has changed since the task was accepted. */
    static Failure of(ApiException changed) {
        return new Failure(changed.code().wireName(), changed.getMessage(), changed.parameter());
    }

    static Failure noImage() {
        return failure(ErrorCode.MODEL_UNAVAILABLE, "The model returned no usable image.");
    }

    static Failure internal() {
        return failure(ErrorCode.INTERNAL_ERROR, "The task failed here. Nothing was charged.");
    }

    /** After its attempts were used up, or past its deadline. */
    static Failure givenUp() {
        return failure(
                ErrorCode.MODEL_TIMEOUT, "The task was given up after it did not end in time.");
    }

    private static Failure failure(ErrorCode code, String message) {
        return new Failure(code.wireName(), message);
    }
}
