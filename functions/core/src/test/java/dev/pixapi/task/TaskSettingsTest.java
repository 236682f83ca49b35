package dev.pixapi.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class TaskSettingsTest {
    @Test
    void aLeaseOfTwoHeartbeatsIsLongEnough() {
        assertEquals(Duration.ofSeconds(60), settings(60, 30, 100, 99).lease());
    }

    @ParameterizedTest
    @CsvSource({
        "60, 31, 3600, 230, lease",
        "20, 20, 3600, 230, lease",
        "60, 20, 230, 230, deadline",
        "60, 20, 100, 230, deadline",
    })
    void timesThatContradictEachOtherAreRefused(
            int lease, int heartbeat, int deadline, int timeout, String word) {
        var refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> settings(lease, heartbeat, deadline, timeout));
        assertTrue(refusal.getMessage().contains(word), refusal.getMessage());
    }

    private static TaskSettings settings(int lease, int heartbeat, int deadline, int timeout) {
        return new TaskSettings(
                Duration.ofSeconds(lease),
                Duration.ofSeconds(heartbeat),
                2,
                Duration.ofSeconds(deadline),
                Duration.ofSeconds(30),
                Duration.ofSeconds(timeout));
    }
}
