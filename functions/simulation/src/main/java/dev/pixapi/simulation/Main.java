package dev.pixapi.simulation;

import dev.pixapi.simulation.explore.Exhaustion;
import dev.pixapi.simulation.explore.Finding;
import dev.pixapi.simulation.explore.Scenario;
import dev.pixapi.simulation.explore.Simulation;

import java.util.Optional;
import java.util.logging.LogManager;

/** Runs the simulator for as long as somebody likes. Exit code 1 when something broke. */
public final class Main {
    private static final String USAGE =
            """
            simulate REQUESTS [SEED]   histories by chance; without a seed, new ones
            exhaust FAULTS             all schedules of one request with so many faults at most
            replay SEED                the shortest history of a seed that breaks\
            """;

    private Main() {}

    /** Exit codes: 0 when all holds, 1 when something broke, 2 for wrong usage. */
    public static void main(String[] arguments) throws InterruptedException {
        // What our code logs while it is broken on purpose is millions of lines.
        LogManager.getLogManager().reset();
        try {
            System.exit(run(arguments) ? 0 : 1);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
            System.err.println(USAGE);
            System.exit(2);
        }
    }

    private static boolean run(String[] arguments) throws InterruptedException {
        var number = Long.parseLong(arguments[1]);
        return switch (arguments[0]) {
            case "simulate" ->
                    simulate(
                            number,
                            arguments.length > 2 && !arguments[2].isBlank()
                                    ? Long.parseLong(arguments[2])
                                    : System.nanoTime());
            case "exhaust" -> exhaust(Math.toIntExact(number));
            case "replay" -> isWhole(Simulation.replay(number));
            default -> throw new IllegalArgumentException(arguments[0]);
        };
    }

    private static boolean simulate(long requests, long seed) throws InterruptedException {
        System.out.println("first seed " + seed);
        var result = new Simulation(seed, Main::progress).run(requests);
        System.out.printf(
                "%n%,d requests in %,d histories, %,d faults%n",
                result.requests(), result.histories(), result.faults());
        return isWhole(result.finding());
    }

    private static boolean exhaust(int faults) throws InterruptedException {
        var all = 0L;
        var whole = true;
        for (var scenario : Scenario.all()) {
            var result = new Exhaustion(scenario, faults).run(Main::progress);
            System.out.printf("%n%s: %,d schedules%n", scenario.name(), result.schedules());
            all += result.schedules();
            whole &= isWhole(result.finding());
        }
        System.out.printf("%,d schedules with up to %d faults%n", all, faults);
        return whole;
    }

    private static boolean isWhole(Optional<Finding> finding) {
        finding.ifPresent(System.out::println);
        return finding.isEmpty();
    }

    /** One line that moves, in a terminal. */
    @SuppressWarnings("SystemConsoleNull") // Whether it may be null has changed twice.
    private static void progress(long done) {
        var console = System.console();
        if (console != null && console.isTerminal()) {
            System.out.printf("\r%,d", done);
            System.out.flush();
        }
    }
}
