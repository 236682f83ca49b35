package dev.pixapi.simulation.explore;

import dev.pixapi.simulation.model.ModelQueue;
import dev.pixapi.simulation.world.Plan;
import dev.pixapi.simulation.world.Plan.Kind;
import dev.pixapi.simulation.world.Plan.Order;
import dev.pixapi.simulation.world.Request;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One request, and what may be done about it: what all schedules are tried of.
 *
 * @param doubled whether two workers get its message at once, before any fault
 */
public record Scenario(String name, Plan plan, boolean doubled) {
    private static final long CREDIT = 1_000_000;

    /** Milliseconds: in the middle of the paid call. */
    private static final long MEANWHILE = 3_000;

    private static final long AFTERWARDS = 30_000;

    /** All of them. */
    public static List<Scenario> all() {
        return List.of(
                of("sync", request(true), 0),
                of("sync, sent twice", sent(request(true), 1_000, 1_003), 0),
                of("async", request(false), 0),
                new Scenario("async, two workers", plan(request(false), 0), true),
                of("async, sent twice", sent(request(false), 1_000, 1_003), 0),
                of("async, sent again with another body", changed(request(false)), 0),
                late("async, its message comes late", 235, 200_000),
                late("async, its message comes behind its deadline", 240, 270_000),
                late("async, no message comes", 240, ModelQueue.NEVER),
                of("async, canceled at once", canceled(request(false), 1_020), 0),
                of("async, canceled while it runs", canceled(request(false), MEANWHILE), 0),
                of("async, media deleted", deleted(request(false), 131_000), 0),
                of("sync, refunded", refunded(request(true), AFTERWARDS), 0),
                of("sync, its grant expires meanwhile", request(true), 4_000));
    }

    /**
     * @param deadline in seconds; the fourth sweep comes at 240, a second before one of 240 is over
     */
    private static Scenario late(String name, long deadline, long backlog) {
        var p = plan(request(false), 0);
        var late = new Plan(0, 1, p.requests(), p.orders(), 0, Duration.ofSeconds(deadline), backlog);
        return new Scenario(name, late, false);
    }

    private static Request changed(Request r) {
        return new Request(
                r.name(),
                r.account(),
                r.images(),
                r.sync(),
                r.key(),
                List.of(1_000L, AFTERWARDS),
                true,
                r.canceledAt(),
                r.deletedAt(),
                r.refundedAt());
    }

    private static Scenario of(String name, Request request, long life) {
        return new Scenario(name, plan(request, life), false);
    }

    private static Plan plan(Request request, long life) {
        var grant = new Order(Kind.GRANT, 0, "welcome", 0, 3 * CREDIT, life);
        return new Plan(0, 1, List.of(request), List.of(grant), 0, Plan.USUAL_DEADLINE, 0);
    }

    private static Request request(boolean sync) {
        return new Request(
                "r",
                0,
                2,
                sync,
                Optional.of("r"),
                List.of(1_000L),
                false,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Request sent(Request r, long... times) {
        var sent = Arrays.stream(times).boxed().toList();
        return new Request(
                r.name(),
                r.account(),
                r.images(),
                r.sync(),
                r.key(),
                sent,
                r.changed(),
                r.canceledAt(),
                r.deletedAt(),
                r.refundedAt());
    }

    private static Request canceled(Request r, long at) {
        return ended(r, Optional.of(at), Optional.empty(), List.of());
    }

    private static Request deleted(Request r, long at) {
        return ended(r, Optional.empty(), Optional.of(at), List.of());
    }

    /** Each part is given twice, and all of them together would be more than the charge. */
    private static Request refunded(Request r, long at) {
        var times = List.of(at, at + 40, at + 1_000, at + 1_040, at + 2_000, at + 2_040);
        return ended(r, Optional.empty(), Optional.empty(), times);
    }

    private static Request ended(
            Request r, Optional<Long> canceled, Optional<Long> deleted, List<Long> refunded) {
        return new Request(
                r.name(),
                r.account(),
                r.images(),
                r.sync(),
                r.key(),
                r.sentAt(),
                r.changed(),
                canceled,
                deleted,
                refunded);
    }
}
