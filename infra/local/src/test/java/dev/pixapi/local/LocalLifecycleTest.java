package dev.pixapi.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.lambda.blueprint.Resources;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What the local run removes of itself, by the bucket's rules. */
class LocalLifecycleTest {
    private static final List<String> NAMES =
            List.of(
                    "answers/1d/task/a",
                    "images/1d/task/a",
                    "images/30d/task/a",
                    "images/7d/task/a",
                    "tasks/1d/task/a",
                    "tasks/30d/task/a",
                    "tasks/7d/task/a");

    private final TestingSystem pixapi = TestingSystem.start();
    private final S3Client s3 = pixapi.system().servers().s3();
    private final String bucket = pixapi.system().resources().nameOf(Resources.MEDIA);

    @AfterEach
    void stop() {
        pixapi.close();
    }

    /** By the hour, at most a day after the class's own days. */
    @Test
    void eachClassIsRemovedAtTheMidnightBehindItsDays() {
        NAMES.forEach(this::put);
        var midnight = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        var second = Duration.ofSeconds(1);
        assertEquals(NAMES, leftAt(midnight.plus(Duration.ofDays(1)).minus(second)));
        var withoutDay = NAMES.stream().filter(name -> !name.contains("/1d/")).toList();
        assertEquals(withoutDay, leftAt(midnight.plus(Duration.ofDays(1))));
        assertEquals(withoutDay, leftAt(midnight.plus(Duration.ofDays(7)).minus(second)));
        var months = NAMES.stream().filter(name -> name.contains("/30d/")).toList();
        assertEquals(months, leftAt(midnight.plus(Duration.ofDays(7))));
        assertEquals(months, leftAt(midnight.plus(Duration.ofDays(30)).minus(second)));
        assertEquals(List.of(), leftAt(midnight.plus(Duration.ofDays(30))));
    }

    @Test
    void aSystemThatStartsRemovesWhatWentPastItsDaysWhileItWasOff() throws Exception {
        put("images/1d/task/a");
        var later = InstantSource.fixed(Instant.now().plus(3, ChronoUnit.DAYS));
        try (var lifecycle = new LocalLifecycle(s3, later)) {
            lifecycle.start(bucket, Resources.MEDIA.lifetimes());
            for (var i = 0; i < 100 && !left().isEmpty(); i++) {
                Thread.sleep(20);
            }
        }
        assertEquals(List.of(), left());
    }

    private void put(String name) {
        s3.putObject(put -> put.bucket(bucket).key(name), RequestBody.fromString("x"));
    }

    private List<String> leftAt(Instant time) {
        try (var lifecycle = new LocalLifecycle(s3, InstantSource.fixed(time))) {
            Resources.MEDIA.lifetimes().forEach(lifetime -> lifecycle.sweep(bucket, lifetime));
        }
        return left();
    }

    private List<String> left() {
        return s3.listObjectsV2Paginator(list -> list.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .sorted()
                .toList();
    }
}
