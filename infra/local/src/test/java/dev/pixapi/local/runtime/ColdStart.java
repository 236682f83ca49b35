package dev.pixapi.local.runtime;

import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.local.TestingSystem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How long a function's first caller waits, for the deployed jar under AWS's runtime client in JVMs
 * of their own: prints a table. A number is the median of several runs, in milliseconds of
 * processor time, threads of the JVM included. That is what Lambda gives out by memory, of which
 * 1,769 MB have one processor; and unlike the time on a clock it does not tell of what else this
 * machine does.
 */
public final class ColdStart {
    private static final int RUNS = 3;

    private final TestingSystem pixapi;
    private final TestingEvents events;

    /**
     * @param init from the start of the JVM until it asks for an event or, of one that is primed,
     *     for its restore; nobody waits for the latter
     * @param first from then on until the first answer
     * @param second the answer to the next event
     */
    record Times(long init, long first, long second) {}

    private ColdStart(TestingSystem pixapi) {
        this.pixapi = pixapi;
        this.events = new TestingEvents(pixapi, pixapi.testKey(1_000_000));
    }

    /**
     * @param functions by name; all where none is named
     */
    public static void main(String... functions) throws Exception {
        var names =
                functions.length > 0
                        ? List.of(functions)
                        : Blueprint.FUNCTIONS.stream().map(f -> f.name()).toList();
        try (var pixapi = TestingSystem.start()) {
            var bench = new ColdStart(pixapi);
            System.out.printf(
                    "%-12s %22s %8s %22s %8s %22s %15s%n",
                    "",
                    "cold: init+first=all",
                    "x hello",
                    "primed: (init) first",
                    "x hello",
                    "AOT: init+first=all",
                    "classes*");
            var hello = bench.hello();
            for (var name : names) {
                bench.row(name, hello);
            }
            System.out.println("* loaded by the first event: cold, primed");
        }
    }

    private Times hello() throws Exception {
        var event = "{}".getBytes(StandardCharsets.UTF_8);
        var cold = median(() -> cold(() -> helloWorld(Map.of()), event));
        var snapshot = FunctionEnvironment.ofSnapshot(Map.of());
        var restored = median(() -> restored(() -> helloWorld(snapshot), event));
        var cache = trained(option -> helloWorld(Map.of(), option), event);
        var aot = median(() -> cold(() -> helloWorld(Map.of(), "-XX:AOTCache=" + cache), event));
        Files.delete(cache);
        print("hello world", cold, restored, aot, cold, "");
        return cold;
    }

    private void row(String name, Times hello) throws Exception {
        var sample = TestingEvents.of(name).getFirst();
        var cold = median(() -> cold(() -> start(name), events.event(sample)));
        var primed = median(() -> restored(() -> primed(name), events.event(sample)));
        var cache = trained(option -> start(name, option), events.event(sample));
        var aot =
                median(
                        () ->
                                cold(
                                        () -> start(name, "-XX:AOTCache=" + cache),
                                        events.event(sample)));
        Files.delete(cache);
        print(name, cold, primed, aot, hello, classes(name, sample));
    }

    private static void print(
            String name, Times cold, Times primed, Times aot, Times hello, String classes) {
        var whole = hello.init() + hello.first();
        System.out.printf(
                "%-12s %22s %8.1f %22s %8.1f %22s %15s%n",
                name,
                sum(cold),
                (double) (cold.init() + cold.first()) / whole,
                "(" + primed.init() + ") " + primed.first() + " then " + primed.second(),
                (double) primed.first() / whole,
                sum(aot),
                classes);
    }

    private static String sum(Times times) {
        return times.init() + "+" + times.first() + "=" + (times.init() + times.first());
    }

    private interface Launch {
        DeployedFunction start() throws Exception;
    }

    private interface Measured {
        Times run() throws Exception;
    }

    private static Times median(Measured run) throws Exception {
        var all = new Times[RUNS];
        for (var i = 0; i < RUNS; i++) {
            all[i] = run.run();
        }
        return new Times(
                median(Arrays.stream(all).mapToLong(Times::init)),
                median(Arrays.stream(all).mapToLong(Times::first)),
                median(Arrays.stream(all).mapToLong(Times::second)));
    }

    private static long median(LongStream times) {
        return times.sorted().skip(RUNS / 2).findFirst().orElseThrow();
    }

    private static Times cold(Launch launch, byte[] event) throws Exception {
        try (var function = launch.start()) {
            function.api().awaitReady();
            return times(function, event);
        }
    }

    private static Times restored(Launch launch, byte[] event) throws Exception {
        try (var function = launch.start()) {
            function.api().awaitCheckpoint();
            return times(function, event);
        }
    }

    private static Times times(DeployedFunction function, byte[] event) throws Exception {
        var init = function.processorTime();
        function.api().restore();
        function.invoke(event);
        var first = function.processorTime();
        function.invoke(event);
        return new Times(init, first - init, function.processorTime() - first);
    }

    private DeployedFunction start(String name, String... options) throws IOException {
        return DeployedFunction.start(pixapi, name, options);
    }

    private DeployedFunction primed(String name, String... options) throws Exception {
        return DeployedFunction.snapshot(pixapi, name, Map.of(), options);
    }

    private static DeployedFunction helloWorld(Map<String, String> settings, String... options)
            throws IOException {
        var environment = FunctionEnvironment.runtime("Hello");
        environment.putAll(settings);
        return DeployedFunction.start(HelloWorld.class, environment, options);
    }

    private interface Training {
        DeployedFunction start(String option) throws Exception;
    }

    /** A cache from a run that answered one event. */
    private static Path trained(Training training, byte[] event) throws Exception {
        var cache = Files.createTempFile(Path.of("target"), "trained", ".aot");
        try (var function = training.start("-XX:AOTCacheOutput=" + cache)) {
            function.invoke(event);
            function.process().destroy();
            function.process().waitFor(1, TimeUnit.MINUTES);
        }
        return cache;
    }

    private String classes(String name, String sample) throws Exception {
        var log = Files.createTempFile(Path.of("target"), name, ".classes");
        var option = "-Xlog:class+load:file=" + log;
        try (var function = start(name, option)) {
            function.api().awaitReady();
            var before = lines(log);
            function.invoke(events.event(sample));
            var cold = lines(log) - before;
            return cold + ", " + primedClasses(name, sample);
        } finally {
            Files.delete(log);
        }
    }

    private long primedClasses(String name, String sample) throws Exception {
        var log = Files.createTempFile(Path.of("target"), name, ".classes");
        try (var function = primed(name, "-Xlog:class+load:file=" + log)) {
            var before = lines(log);
            function.api().restore();
            function.invoke(events.event(sample));
            return lines(log) - before;
        } finally {
            Files.delete(log);
        }
    }

    private static long lines(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.count();
        }
    }
}
