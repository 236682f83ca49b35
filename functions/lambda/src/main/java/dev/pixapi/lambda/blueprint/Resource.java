package dev.pixapi.lambda.blueprint;

import java.util.Locale;

/** Something with a state. Functions learn its physical name from the environment. */
public sealed interface Resource permits Table, Queue, Bucket, Secret {
    /** Its name in the blueprint: capitalised words without spaces. */
    String name();

    /** The variable that holds its physical name (a queue's URL, a secret's ARN). */
    String environmentVariable();

    static String variable(String kind, String name) {
        var words = name.replaceAll("(?<=[a-z])(?=[A-Z])", "_");
        return "PIXAPI_" + kind + "_" + words.toUpperCase(Locale.ROOT);
    }
}
