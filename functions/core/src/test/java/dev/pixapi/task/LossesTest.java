package dev.pixapi.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.account.AccountId;
import dev.pixapi.account.KeyId;
import dev.pixapi.account.Mode;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Order;
import dev.pixapi.ledger.Progress;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Task;
import dev.pixapi.ledger.TaskId;
import dev.pixapi.media.Retention;
import dev.pixapi.provider.ProviderOutcome;
import dev.pixapi.provider.ProviderOutcome.Images;
import dev.pixapi.provider.ProviderOutcome.Rejected;
import dev.pixapi.provider.ProviderOutcome.Unavailable;
import dev.pixapi.provider.ProviderOutcome.Unknown;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class LossesTest {
    private static final Instant NOW = Instant.EPOCH;

    private final List<String> counted = new ArrayList<>();
    private final Losses losses =
            new Losses((metric, _, value) -> counted.add(metric + " " + value));

    @Test
    void ofSeveralCallsThoseWithoutAnAnswerAreAtRisk() {
        losses.unknown(running(Mode.LIVE), missing(new Unknown("reset"), new Rejected(false)));
        assertEquals(List.of("COST_AT_RISK 1.5"), counted);
    }

    @Test
    void callsThatWereAnsweredAreNot() {
        losses.unknown(running(Mode.LIVE), missing(new Rejected(true)));
        losses.unknown(running(Mode.LIVE), new Unavailable(false, "500"));
        losses.unknown(running(Mode.TEST), new Unknown("reset"));
        assertEquals(List.of(), counted);
    }

    @Test
    void aTaskThatNobodyTookUpWasPaidByNobody() {
        losses.givenUp(new Task(order(Mode.LIVE), Progress.submitted()));
        assertEquals(List.of(), counted);
        losses.givenUp(running(Mode.LIVE));
        assertEquals(List.of("COST_AT_RISK 6.0"), counted);
    }

    @Test
    void imagesForATaskThatWasGivenUpAreWaste() {
        var task = running(Mode.LIVE);
        var ours = Settlement.completed(Credits.of("4.5"), NOW);
        losses.tooLate(task.ended(Settlement.failed(Failures.givenUp(), NOW)), ours);
        assertEquals(List.of("WASTED_IMAGES 3.0"), counted);
    }

    @Test
    void aSettlementThatWasDoneBeforeIsNoWaste() {
        var ours = Settlement.completed(Credits.of("4.5"), NOW);
        losses.tooLate(running(Mode.LIVE).ended(ours), ours);
        assertEquals(List.of(), counted);
    }

    private static ProviderOutcome missing(ProviderOutcome... missing) {
        return new Images(List.of(), Optional.empty(), Optional.empty(), List.of(missing));
    }

    private static Task running(Mode mode) {
        return new Task(order(mode), Progress.running(NOW, NOW.plusSeconds(60)));
    }

    /** Four images at 1.5 credits each. */
    private static Order order(Mode mode) {
        return new Order(
                new TaskId("task_01ARZ3NDEKTSV4RRFFQ69G5FAV"),
                new AccountId(mode, "acme"),
                new KeyId("AAAAAAAAAA"),
                "digest",
                "/v1/images/generations",
                "gpt-image-2",
                "url",
                4,
                Credits.of("6"),
                Credits.of("1.5"),
                "prices",
                "token",
                Retention.MONTH,
                NOW,
                NOW.plusSeconds(3600),
                Optional.empty(),
                Map.of());
    }
}
