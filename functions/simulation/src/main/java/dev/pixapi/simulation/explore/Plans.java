package dev.pixapi.simulation.explore;

import dev.pixapi.simulation.kernel.Mix;
import dev.pixapi.simulation.world.Plan;
import dev.pixapi.simulation.world.Plan.Kind;
import dev.pixapi.simulation.world.Plan.Order;
import dev.pixapi.simulation.world.Request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans by chance, from a seed. */
final class Plans {
    static final int REQUESTS = 40;
    private static final int ACCOUNTS = 3;
    private static final long CREDIT = 1_000_000;

    /** Milliseconds in which all is asked for. */
    private static final long SPAN = 240_000;

    private final long seed;
    private long drawn;

    private Plans(long seed) {
        this.seed = Mix.of(seed, 77);
    }

    static Plan of(long seed) {
        return new Plans(seed).plan(seed);
    }

    private Plan plan(long historySeed) {
        var requests = new ArrayList<Request>();
        for (var i = 0; i < REQUESTS; i++) {
            requests.add(request("r" + i));
        }
        return new Plan(historySeed, ACCOUNTS, requests, orders(), 2_000, Plan.USUAL_DEADLINE, 0);
    }

    private Request request(String name) {
        var sync = oneIn(2);
        var key = oneIn(3) ? Optional.<String>empty() : Optional.of(name);
        var begin = upTo(SPAN);
        var sent = new ArrayList<>(List.of(begin));
        var repeats = key.isPresent() ? upTo(3) : 0;
        for (var i = 0; i < repeats; i++) {
            // At the same moment, while it runs, or when it has ended.
            sent.add(begin + (oneIn(2) ? upTo(50) : upTo(SPAN)));
        }
        return new Request(
                name,
                (int) upTo(ACCOUNTS),
                1 + (int) upTo(3),
                sync,
                key,
                sent,
                sent.size() > 1 && oneIn(4),
                key.isPresent() && oneIn(5) ? Optional.of(begin + upTo(9_000)) : Optional.empty(),
                key.isPresent() && oneIn(8) ? Optional.of(begin + upTo(SPAN)) : Optional.empty(),
                key.isPresent() && oneIn(4) ? refunds(begin) : List.of());
    }

    /** Each is given twice. */
    private List<Long> refunds(long begin) {
        var times = new ArrayList<Long>();
        for (var i = 0; i < 2 + 2 * upTo(2); i++) {
            times.add(begin + upTo(SPAN));
        }
        return times;
    }

    private List<Order> orders() {
        var orders = new ArrayList<Order>();
        for (var account = 0; account < ACCOUNTS; account++) {
            for (var i = 0; i < 2 + upTo(4); i++) {
                var life = oneIn(2) ? 0 : 20_000 + upTo(SPAN);
                var at = i == 0 ? 0 : upTo(SPAN);
                var credits = (3 + upTo(12)) * CREDIT + upTo(CREDIT);
                orders.add(new Order(Kind.GRANT, account, "grant-" + i, at, credits, life));
                orders.add(new Order(Kind.GRANT, account, "grant-" + i, upTo(SPAN), credits, life));
            }
            if (oneIn(4)) {
                var at = upTo(SPAN);
                orders.add(new Order(Kind.FREEZE, account, "freeze", at, 0, 0));
                orders.add(new Order(Kind.UNFREEZE, account, "freeze", at + 20_000, 0, 0));
            }
        }
        for (var account = 0; account < ACCOUNTS; account++) {
            if (oneIn(3)) {
                var at = upTo(SPAN / 2);
                orders.add(new Order(Kind.RESHARD, account, "two", at, 2, 0));
                orders.add(new Order(Kind.RESHARD, account, "four", at + upTo(SPAN / 2), 4, 0));
            }
        }
        return orders;
    }

    private boolean oneIn(int many) {
        return upTo(many) == 0;
    }

    private long upTo(long bound) {
        return Math.floorMod(Mix.of(seed, ++drawn), bound);
    }
}
