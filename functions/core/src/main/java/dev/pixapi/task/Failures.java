package dev.pixapi.task;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.ledger.Failure;
import dev.pixapi.provider.ProviderOutcome;
import dev.pixapi.provider.ProviderOutcome.Garbled;
import dev.pixapi.provider.ProviderOutcome.Images;
import dev.pixapi.provider.ProviderOutcome.NotAccepted;
import dev.pixapi.provider.ProviderOutcome.Rejected;
import dev.pixapi.provider.ProviderOutcome.Unavailable;
import dev.pixapi.provider.ProviderOutcome.Unknown;

import java.util.Optional;

/** What a caller reads when a task fails. Nothing of a provider's own words is among it. */
final class Failures {
    private Failures() {}

    /** Of an outcome that is no images, or of one image that did not come. */
    static Failure of(ProviderOutcome outcome) {
        return switch (outcome) {
            case Rejected(var output) ->
                    output
                            ? failure(
                                    ErrorCode.OUTPUT_REJECTED,
                                    "The model's safety rules held back the images it made.")
                            : failure(
                                    ErrorCode.PROMPT_REJECTED,
                                    "The model's safety rules refuse this request.");
            case NotAccepted(var parameter) -> notAccepted(parameter);
            case Unavailable _ ->
                    failure(
                            ErrorCode.MODEL_UNAVAILABLE,
                            "The model is not available at the moment.");
            case Garbled _, Images _ -> noImage();
            case Unknown _ ->
                    failure(
                            ErrorCode.MODEL_TIMEOUT,
                            "The model did not answer in time. Nothing was charged for it, and it"
                                    + " is not asked again.");
        };
    }

    private static Failure notAccepted(Optional<String> parameter) {
        var what = parameter.map(name -> "'" + name + "'").orElse("request");
        return new Failure(
                ErrorCode.INVALID_VALUE.wireName(),
                "The model's provider does not accept this " + what + ".",
                parameter);
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
