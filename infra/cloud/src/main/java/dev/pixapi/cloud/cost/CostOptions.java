package dev.pixapi.cloud.cost;

import dev.pixapi.cloud.PlannedStack;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the command was asked.
 *
 * @param stage what is chosen for the stage, as behind {@code -c} of the CDK command line
 */
record CostOptions(Traffic traffic, Map<String, String> stage) {
    static final String HELP = help();

    /**
     * @param words {@code NAME=VALUE} each
     * @throws IllegalArgumentException naming what is unknown, given twice or not allowed
     */
    static CostOptions read(List<String> words) {
        var traffic = new EnumMap<Option, Double>(Option.class);
        var stage = new LinkedHashMap<String, String>();
        for (var word : words) {
            var pair = word.split("=", 2);
            var name = pair[0];
            if (pair.length == 1) {
                throw new IllegalArgumentException(word + " has no value; it is NAME=VALUE");
            }
            var option = Option.named(name);
            var before =
                    option.isPresent()
                            ? traffic.put(option.get(), option.get().read(pair[1]))
                            : stage.put(known(name), pair[1]);
            if (before != null) {
                throw new IllegalArgumentException(name + " is given twice");
            }
        }
        return new CostOptions(new Traffic(traffic), stage);
    }

    private static String known(String name) {
        if (!PlannedStack.CHOICES.contains(name)) {
            var names =
                    Arrays.stream(Option.values())
                            .map(Option::wireName)
                            .collect(Collectors.joining(", "));
            throw new IllegalArgumentException(
                    "there is no " + name + "; there are " + names + ", and a stage's choices");
        }
        return name;
    }

    private static String help() {
        var lines =
                Arrays.stream(Option.values())
                        .map(
                                option ->
                                        String.format(
                                                Locale.ROOT,
                                                "  %-8s %s; %s when not said\n",
                                                option.wireName(),
                                                option.meaning(),
                                                number(option.standard())))
                        .collect(Collectors.joining());
        return "What a stage costs in a month. NAME=VALUE, separated by spaces:\n\n"
                + lines
                + "  stage    dev, prod or emulator; dev when not said\n"
                + "  and every choice of a stage (docs/deploy.md), such as cdn=none\n\n"
                + "Nothing said is a dev stage that nobody calls; for example:\n\n"
                + "  images=250000 sync=20 seconds=12 stage=prod\n";
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.valueOf(value);
    }
}
