package dev.pixapi.cloud.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

class CostCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @EnumSource
    void helpNamesEveryOption(Option option) {
        assertEquals(0, run("images=nonsense", "--help"));
        assertTrue(text(out).contains("  " + option.wireName() + " "), text(out));
        assertEquals("", text(err));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "imgs=3            | there is no imgs; there are images, sync, seconds, polls,"
                        + " other, mb, days, views, and a stage's choices",
                "images            | images has no value; it is NAME=VALUE",
                "images=           | images= is not allowed; it may be 0 to 1000000000",
                "images=-1         | images=-1 is not allowed; it may be 0 to 1000000000",
                "images=NaN        | images=NaN is not allowed; it may be 0 to 1000000000",
                "images=9999999999 | images=9999999999 is not allowed; it may be 0 to 1000000000",
                "sync=101          | sync=101 is not allowed; it may be 0 to 100",
                "days=0            | days=0 is not allowed; it may be 1 to 30",
                "mb=1 mb=2         | mb is given twice",
                "cdn=none cdn=all  | cdn is given twice",
                "stage=test        | -c stage=test is not allowed; it may be dev, prod, emulator",
                "cdn=maybe         | -c cdn=maybe is not allowed; it may be none, media or all"
            })
    void aWrongOptionIsNamedAndEndsWithTwo(String words, String message) {
        assertEquals(2, run(words.split(" ")));
        assertEquals(message + ". More by -Dcost=--help\n", text(err));
        assertEquals("", text(out));
    }

    @Test
    void theStageDecidesItsOwnLines() {
        assertEquals(0, run("images=1000", "cdn=none", "tracing=off", "name=try"));
        assertTrue(text(out).startsWith("pixapi-try, "), text(out));
        assertTrue(text(out).contains("images, sent"), text(out));
        assertTrue(text(out).lines().noneMatch(line -> line.contains("CDN")), text(out));
        assertTrue(text(out).lines().noneMatch(line -> line.contains("X-Ray")), text(out));
    }

    @Test
    void theDollarsStandBelowEachOther() {
        assertEquals(0, run("images=1000"));
        var ends =
                text(out)
                        .lines()
                        .filter(line -> line.matches(".* [0-9]+\\.[0-9]{2}"))
                        .map(String::length)
                        .distinct()
                        .toList();
        assertEquals(1, ends.size(), text(out));
    }

    private int run(String... words) {
        return CostCommand.run(Path.of("."), List.of(words), print(out), print(err));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
