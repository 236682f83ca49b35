package dev.pixapi.cloud.watch;

import static dev.pixapi.cloud.TestingStack.OF_KIND;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pixapi.cloud.SynthesizedTemplate;
import dev.pixapi.cloud.SynthesizedTemplate.Piece;
import dev.pixapi.cloud.docs.GeneratedText;
import dev.pixapi.cloud.stage.StageKind;
import dev.pixapi.json.Fields;
import dev.pixapi.lambda.blueprint.Access;
import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.blueprint.Resources;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class RunbookDocTest {
    private static final SynthesizedTemplate PROD = OF_KIND.get(StageKind.PROD);
    private static final Path FILE = Path.of("../..", Trouble.RUNBOOK);

    @Test
    void itsTableIsTheAlarmsDeclaration() {
        new GeneratedText(Trouble.RUNBOOK, "alarms")
                .is(
                        Arrays.stream(Trouble.values())
                                .map(RunbookDocTest::row)
                                .collect(
                                        Collectors.joining(
                                                "\n",
                                                "| Alarm | Means | Rings when |\n|---|---|---|\n",
                                                "")));
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void anEntrySaysWhenItsAlarmRings(Trouble trouble) {
        new GeneratedText(Trouble.RUNBOOK, trouble.title()).is(rings(trouble));
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void anEntrySaysWhatItMeansAndWhatToDo(Trouble trouble) {
        var entry = entry(trouble.title());
        assertTrue(entry.contains("**It means**"), entry);
        assertTrue(entry.contains("**Do:**"), entry);
    }

    @Test
    void alarmsHaveEntriesAndEntriesAlarms() {
        var alarms =
                PROD.all("AWS::CloudWatch::Alarm").stream()
                        .map(alarm -> alarm.properties().string("AlarmDescription"))
                        .map(text -> text.substring(text.indexOf('#')))
                        .collect(Collectors.toCollection(TreeSet::new));
        var entries =
                Stream.of(text())
                        .map(text -> text.substring(0, text.indexOf("\n## In general")))
                        .flatMap(text -> found("(?m)^### (\\w+)$", text))
                        .map(title -> "#" + title.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(alarms, entries);
    }

    @Test
    void itsLinksLeadToHeadings() {
        var headings =
                found("(?m)^#+ (.+)$", text())
                        .map(heading -> heading.toLowerCase(Locale.ROOT))
                        .map(heading -> heading.replaceAll("[^\\w -]", "").replace(' ', '-'))
                        .collect(Collectors.toSet());
        found("\\]\\(#([^)]+)\\)", text())
                .forEach(anchor -> assertTrue(headings.contains(anchor), anchor));
    }

    /** What a command asks AWS for by its place in the stack is there. */
    @Test
    void itsCommandsFindWhatTheyName() {
        var named = Pattern.compile("named (AWS::\\w+::\\w+) \"?(\\w+)[\")]").matcher(commands());
        var count = 0;
        while (named.find()) {
            count++;
            var type = named.group(1);
            var prefix = named.group(2);
            assertEquals(1, ids(type, prefix).size(), type + " " + prefix);
        }
        assertTrue(count > 8, "only " + count);
    }

    @Test
    void itsCommandsAreAShells() throws IOException, InterruptedException {
        var shell = Path.of("/bin/sh");
        assumeTrue(Files.isExecutable(shell), "there is no " + shell);
        var process = new ProcessBuilder(shell.toString(), "-n").redirectErrorStream(true).start();
        try (var script = process.getOutputStream()) {
            script.write(commands().getBytes(StandardCharsets.UTF_8));
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    @Test
    void itsCommandsReadOutputsThatThereAre() {
        var outputs = Fields.of(PROD.json()).object("Outputs");
        var read = found("\\$\\(output (\\w+)\\)", commands()).collect(Collectors.toSet());
        assertFalse(read.isEmpty());
        read.forEach(name -> assertTrue(outputs.has(name), name));
    }

    /** Those who may spend are those who know the providers' keys. */
    @Test
    void itsLoopsReachAllThatCallProviders() {
        var expected =
                Blueprint.FUNCTIONS.stream()
                        .filter(
                                function ->
                                        function.access().stream().anyMatch(RunbookDocTest::isKeys))
                        .map(LambdaFunction::name)
                        .collect(Collectors.toSet());
        var loops = found("for name in ([\\w ]+); do", commands()).toList();
        assertEquals(2, loops.size());
        for (var loop : loops) {
            assertEquals(
                    expected,
                    Stream.of(loop.split(" "))
                            .flatMap(
                                    name ->
                                            ids("AWS::Lambda::Function", "Functions" + name)
                                                    .stream())
                            .collect(Collectors.toSet()));
        }
    }

    private static boolean isKeys(Access access) {
        return access.resource().equals(Resources.PROVIDER_KEYS);
    }

    /** The names of what a logical id's beginning finds. */
    private static Set<String> ids(String type, String prefix) {
        return PROD.all(type).stream()
                .filter(piece -> piece.path().replace("/", "").startsWith(prefix))
                .map(Piece::name)
                .collect(Collectors.toSet());
    }

    private static String row(Trouble trouble) {
        return "| [%s](%s) | %s | %s |"
                .formatted(
                        trouble.title(),
                        trouble.anchor(),
                        trouble.meaning(),
                        trouble.bound().text());
    }

    private static String rings(Trouble trouble) {
        return "*Rings when " + trouble.bound().text() + ".*";
    }

    private static String entry(String title) {
        var from = text().substring(text().indexOf("\n### " + title + "\n") + 1);
        return from.substring(0, from.indexOf("\n##"));
    }

    private static String commands() {
        return found("(?s)```sh\n(.*?)```", text()).collect(Collectors.joining());
    }

    private static Stream<String> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(r -> r.group(1));
    }

    private static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
