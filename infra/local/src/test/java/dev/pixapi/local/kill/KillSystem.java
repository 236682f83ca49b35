package dev.pixapi.local.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;

/** Kills the local system as often as it is told, and prints what came of it. */
final class KillSystem {
    private static final int BROKEN = 1;

    private KillSystem() {}

    /**
     * Exit code 1 when something did not hold; its folder is left then.
     *
     * @param arguments the number of kills, and a seed or {@code new}
     */
    public static void main(String... arguments) throws Exception {
        var kills = Integer.parseInt(arguments[0]);
        var seed =
                arguments[1].equals("new") ? new Random().nextLong() : Long.parseLong(arguments[1]);
        print("seed " + seed);
        var folder = Files.createTempDirectory("killed");
        try (var run = new KilledRun(seed, folder, KillSystem::print)) {
            print(run.run(kills).toString());
        } catch (AssertionError broken) {
            System.err.println("seed " + seed + ", data and log in " + folder);
            broken.printStackTrace();
            System.exit(BROKEN);
        }
        remove(folder);
    }

    private static void print(String line) {
        System.out.println(line);
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
