package dev.pixapi.lambda.handler;

import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Parameters;

import java.time.Duration;
import java.util.Optional;

/** Reads query parameters, which are texts. */
final class Queries {
    private static final int STANDARD_LIMIT = 20;
    private static final int MOST = 100;

    /** Below API Gateway's 29 seconds for a buffered answer. */
    private static final int LONGEST_WAIT = 25;

    private Queries() {}

    static int limit(HttpRequest request) {
        return number(request, "limit", 1, MOST).orElse(STANDARD_LIMIT);
    }

    static Duration wait(HttpRequest request) {
        return Duration.ofSeconds(number(request, "wait", 0, LONGEST_WAIT).orElse(0));
    }

    private static Optional<Integer> number(HttpRequest request, String name, int least, int most) {
        return request.queryParameter(name)
                .map(
                        text -> {
                            if (!text.matches("[0-9]{1,4}")
                                    || Integer.parseInt(text) < least
                                    || Integer.parseInt(text) > most) {
                                throw Parameters.invalid(
                                        name, "must be an integer from " + least + " to " + most);
                            }
                            return Integer.valueOf(text);
                        });
    }
}
