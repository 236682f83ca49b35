package dev.pixapi.local.kill;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.local.upstream.UpstreamRequest;

import java.util.List;
import java.util.stream.Collectors;

/** What the provider was asked for. */
record PaidCalls(List<UpstreamRequest> requests) {
    /** As the setting PIXAPI_MAX_ATTEMPTS has it: a runner that died may have paid. */
    private static final long MOST_ATTEMPTS = 2;

    /**
     * @return how many there were
     */
    long check() {
        requests.stream()
                .collect(Collectors.groupingBy(UpstreamRequest::prompt, Collectors.counting()))
                .forEach(
                        (prompt, calls) ->
                                assertTrue(
                                        calls <= MOST_ATTEMPTS,
                                        () -> prompt + " was paid for " + calls + " times"));
        return requests.size();
    }
}
