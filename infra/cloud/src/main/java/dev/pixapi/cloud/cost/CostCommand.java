package dev.pixapi.cloud.cost;

import dev.pixapi.cloud.PlannedStack;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prints what a stage costs in a month; docs/deploy.md has the command.
 *
 * <p>Arguments: the folder of cdk.json and stages.json, and what {@link CostOptions} reads.
 */
public final class CostCommand {
    private static final int DONE = 0;
    private static final int WRONG_OPTIONS = 2;

    private CostCommand() {}

    public static void main(String[] arguments) {
        var words =
                Arrays.stream(arguments)
                        .skip(1)
                        .flatMap(argument -> Stream.of(argument.split("\\s+")))
                        .filter(word -> !word.isEmpty())
                        .toList();
        // CDK's Node process would hold this one open for a moment.
        System.exit(run(Path.of(arguments[0]), words, System.out, System.err));
    }

    static int run(Path folder, List<String> words, PrintStream out, PrintStream err) {
        if (words.contains("--help")) {
            out.print(CostOptions.HELP);
            return DONE;
        }
        try {
            var options = CostOptions.read(words);
            var stack = PlannedStack.of(options.stage(), folder);
            var month = new Month(PriceList.read(), stack, options.traffic());
            out.print(BillText.of(month, Bill.of(month)));
            return DONE;
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage() + ". More by -Dcost=--help");
            return WRONG_OPTIONS;
        }
    }
}
