package dev.pixapi.cloud.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a document that code writes, between {@code <!-- begin NAME -->} and {@code <!-- end
 * NAME -->}. A test compares it with what the code says; with {@code -Dgenerated.update=true} it
 * writes it there instead.
 *
 * @param file below the root
 */
public record GeneratedText(String file, String name) {
    private static final Path ROOT = Path.of("../..");

    /** Writes all that is generated. */
    public static final String COMMAND =
            "mvn verify -pl infra/cloud -am -Dtest='*DocTest,GoldenTemplateTest'"
                    + " -Dsurefire.failIfNoSpecifiedTests=false -Dgenerated.update=true";

    /** Compares, or writes. */
    public void is(String text) {
        var wanted = "\n" + text.strip() + "\n";
        if (isToBeWritten()) {
            write(before() + wanted + behind());
        }
        var found = whole().substring(before().length(), whole().length() - behind().length());
        assertEquals(wanted, found, file + ", " + name + ", is behind the code: " + COMMAND);
    }

    public static boolean isToBeWritten() {
        return Boolean.getBoolean("generated.update");
    }

    private String before() {
        return whole().substring(0, place(begin()) + begin().length());
    }

    private String behind() {
        return whole().substring(place("<!-- end " + name + " -->"));
    }

    private String begin() {
        return "<!-- begin " + name + " -->";
    }

    private int place(String mark) {
        var place = whole().indexOf(mark);
        assertTrue(place >= 0, file + " has no " + mark);
        return place;
    }

    private String whole() {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private void write(String text) {
        try {
            Files.writeString(ROOT.resolve(file), text);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
