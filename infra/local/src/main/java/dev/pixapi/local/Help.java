package dev.pixapi.local;

import dev.pixapi.lambda.blueprint.Setting;

import java.io.PrintStream;

/** What {@code --help} prints. */
final class Help {
    private Help() {}

    /** True when help was asked for; what else is said is not understood. */
    static boolean print(String argument) {
        var asked = argument.equals("--help") || argument.equals("-h");
        var stream = asked ? System.out : System.err;
        stream.println("Runs Pixapi on this machine. It takes no arguments; the environment, or a");
        stream.println("file .env, may set:");
        stream.println();
        for (var setting : LocalSetting.values()) {
            line(stream, setting.name(), setting.meaning(), setting.standard());
        }
        for (var setting : Setting.values()) {
            line(stream, setting.name(), setting.meaning(), setting.standard());
        }
        return asked;
    }

    private static void line(PrintStream stream, String name, String meaning, String standard) {
        stream.printf(
                "  %-33s %s%s%n", name, meaning, standard.isEmpty() ? "" : " [" + standard + "]");
    }
}
