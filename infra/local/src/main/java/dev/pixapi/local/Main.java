package dev.pixapi.local;

import dev.pixapi.json.MalformedJson;
import dev.pixapi.lambda.blueprint.Setting;
import dev.pixapi.lambda.wiring.Environment;
import dev.pixapi.lambda.wiring.ProviderSettings;
import dev.pixapi.local.LocalFunctions.FunctionFailed;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Runs Pixapi on this machine until it is interrupted. */
public final class Main {
    private static final int USAGE = 2;
    private static final int FAILED = 1;

    private Main() {}

    /** Exit codes: 0 when it was stopped, 1 when it could not start, 2 for wrong usage. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            if (arguments.length > 0) {
                System.exit(Help.print(arguments[0]) ? 0 : USAGE);
            }
            run(DotEnv.over(Path.of(".env"), System.getenv()));
        } catch (BindException taken) {
            fail(
                    "The port is taken: set "
                            + LocalSetting.PIXAPI_PORT
                            + " to another one, or to 0 for any free one.");
        } catch (IOException | IllegalArgumentException | FunctionFailed | MalformedJson failure) {
            fail("Pixapi cannot start: " + failure.getMessage());
        }
    }

    private static void run(Map<String, String> environment)
            throws IOException, InterruptedException, FunctionFailed, MalformedJson {
        var begin = System.nanoTime();
        var data = Path.of(LocalSetting.PIXAPI_DATA.in(environment)).toAbsolutePath();
        var system =
                LocalSystem.start(
                        new LocalOptions(
                                port(environment),
                                Optional.of(data),
                                settings(environment),
                                Clock.systemUTC(),
                                Optional.of(System.out)));
        stopAtExit(system);
        new SamVariables(system.resources(), system.servers()).write(data);
        var keys = new LocalKeys(system.functions(), data);
        var banner = new Banner(system.url(), data);
        banner.print(keys.key("test"), (System.nanoTime() - begin) / 1_000_000);
        if (ProviderSettings.of(new Environment(environment)).areAnySetUp()) {
            banner.printLive(keys.key("live"));
        }
        new CountDownLatch(1).await();
    }

    private static int port(Map<String, String> environment) {
        var port = LocalSetting.PIXAPI_PORT.in(environment);
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new IllegalArgumentException(
                    LocalSetting.PIXAPI_PORT + " must be a port, 0 to 65535");
        }
        return Integer.parseInt(port);
    }

    /** The blueprint's settings, as far as the environment has them. */
    private static Map<String, String> settings(Map<String, String> environment) {
        var settings = new LinkedHashMap<String, String>();
        Arrays.stream(Setting.values())
                .map(Setting::name)
                .filter(environment::containsKey)
                .forEach(name -> settings.put(name, environment.get(name)));
        return settings;
    }

    /** Halts at the end: an interrupt is how this program is meant to stop, so it is a success. */
    private static void stopAtExit(LocalSystem system) {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    try {
                                        system.close();
                                        Runtime.getRuntime().halt(0);
                                    } catch (IOException failure) {
                                        System.err.println(failure.getMessage());
                                        Runtime.getRuntime().halt(FAILED);
                                    }
                                }));
    }

    private static void fail(String message) {
        System.err.println(message);
        Runtime.getRuntime().halt(FAILED);
    }
}
