package dev.pixapi.local.kill;

import dev.pixapi.lambda.blueprint.Setting;
import dev.pixapi.local.ChildSystem;
import dev.pixapi.local.LocalFunctions.FunctionFailed;
import dev.pixapi.local.LocalOptions;
import dev.pixapi.local.LocalSystem;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The local system as a process that is to be killed. It sweeps every half second, where the
 * blueprint says every minute; and it takes orders for the operator's function, which has no route:
 * a line of input is an event, a line of output its answer.
 */
final class OrderedSystem {
    static final String ANSWER = "answer ";
    private static final long SWEEP_MILLIS = 500;

    private OrderedSystem() {}

    public static void main(String[] arguments) throws Exception {
        var data = Optional.of(Path.of(System.getenv("PIXAPI_DATA")));
        var system =
                LocalSystem.start(
                        new LocalOptions(0, data, settings(), Clock.systemUTC(), Optional.empty()));
        var timer = Executors.newSingleThreadScheduledExecutor();
        var _ =
                timer.scheduleWithFixedDelay(
                        () -> invoke(system, "Sweeper", "{}"),
                        SWEEP_MILLIS,
                        SWEEP_MILLIS,
                        TimeUnit.MILLISECONDS);
        System.out.println("url " + system.url());
        System.out.println(ChildSystem.READY);
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var order = orders.readLine(); order != null; order = orders.readLine()) {
            System.out.println(ANSWER + invoke(system, "Provision", order));
        }
        // The test has gone.
        Runtime.getRuntime().halt(0);
    }

    private static Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        Arrays.stream(Setting.values())
                .map(Setting::name)
                .filter(System.getenv()::containsKey)
                .forEach(name -> settings.put(name, System.getenv(name)));
        return settings;
    }

    private static String invoke(LocalSystem system, String function, String event) {
        try {
            var answer =
                    system.functions().invoke(function, event.getBytes(StandardCharsets.UTF_8));
            return new String(answer, StandardCharsets.UTF_8);
        } catch (FunctionFailed failure) {
            failure.printStackTrace();
            return "{}";
        }
    }
}
