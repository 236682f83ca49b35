package dev.pixapi.simulation.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A condition, token, fence or lease check that keeps money right.
 *
 * @param what it keeps, in words
 * @param type where it stands, below {@code dev.pixapi}
 * @param code that is it; spaces and line ends do not matter
 * @param without what stands there when it is taken away
 * @param excuse why a simulation cannot notice that it is gone; empty where it must
 * @param hint where that is found late, the scenario or the seed that shows it
 */
record Guard(String what, String type, String code, String without, String excuse, String hint) {

    Guard(String what, String type, String code, String without) {
        this(what, type, code, without, "");
    }

    Guard(String what, String type, String code, String without, String excuse) {
        this(what, type, code, without, excuse, "");
    }

    Guard shownBy(String where) {
        return new Guard(what, type, code, without, excuse, where);
    }

    boolean mustBeNoticed() {
        return excuse.isEmpty();
    }

    /** Our code without it. */
    Mutant removed() {
        var source = read();
        var pattern = Pattern.compile(pattern());
        var found = pattern.matcher(source).results().count();
        if (found != 1) {
            throw new AssertionError(what + ": its code stands " + found + " times in " + type);
        }
        var text = pattern.matcher(source).replaceFirst(Matcher.quoteReplacement(without));
        return Mutant.of("dev.pixapi." + type, text);
    }

    private String pattern() {
        return Arrays.stream(code.strip().split("\\s+"))
                .map(Pattern::quote)
                .collect(Collectors.joining("\\s+"));
    }

    private String read() {
        var module = type.startsWith("simulation.") ? "." : "../core";
        var path = Path.of(module, "src/main/java/dev/pixapi", type.replace('.', '/') + ".java");
        try {
            return Files.readString(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String toString() {
        return what;
    }
}
