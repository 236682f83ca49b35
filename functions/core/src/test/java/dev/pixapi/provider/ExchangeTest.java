package dev.pixapi.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.provider.ProviderOutcome.Garbled;
import dev.pixapi.provider.ProviderOutcome.Images;
import dev.pixapi.provider.ProviderOutcome.NotAccepted;
import dev.pixapi.provider.ProviderOutcome.Rejected;
import dev.pixapi.provider.ProviderOutcome.Unavailable;
import dev.pixapi.provider.ProviderOutcome.Unknown;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class ExchangeTest {
    static Stream<Arguments> kinds() {
        var missing = List.<ProviderOutcome>of(new Unknown("reset"));
        return Stream.of(
                Arguments.of(
                        "images",
                        new Images(List.of(), Optional.empty(), Optional.empty(), missing)),
                Arguments.of("rejected", new Rejected(true)),
                Arguments.of("rejected", new Rejected(false)),
                Arguments.of("not_accepted", new NotAccepted(Optional.of("size"))),
                Arguments.of("not_accepted", new NotAccepted(Optional.empty())),
                Arguments.of("unavailable", new Unavailable(true, "429 unknown account org-1")),
                Arguments.of("unavailable", new Unavailable(false, "500")),
                Arguments.of("garbled", new Garbled("images of no JSON")),
                Arguments.of("unknown", new Unknown("rejected by a proxy")));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void itsKindIsTheFirstWordOfItsOutcomeAndNothingOfTheDetail(
            String kind, ProviderOutcome outcome) {
        assertEquals(kind, exchange(outcome.label()).kind());
    }

    /** As a later version may have left it. */
    @Test
    void anOutcomeThatIsNotKnownHereIsAnotherOne() {
        assertEquals("other", exchange("postponed: until noon, says org-1").kind());
    }

    private static Exchange exchange(String outcome) {
        return new Exchange(
                "openai",
                "gpt-image-2",
                outcome,
                Optional.empty(),
                Instant.EPOCH,
                Duration.ofSeconds(1));
    }
}
