package dev.pixapi.lambda.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.api.HttpRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

class QueriesTest {
    @Test
    void whatIsLeftOutHasAStandard() {
        assertEquals(20, Queries.limit(request(Map.of())));
        assertEquals(Duration.ZERO, Queries.wait(request(Map.of())));
    }

    @Test
    void theEdgesAreWithin() {
        assertEquals(1, Queries.limit(request(Map.of("limit", "1"))));
        assertEquals(100, Queries.limit(request(Map.of("limit", "100"))));
        assertEquals(Duration.ZERO, Queries.wait(request(Map.of("wait", "0"))));
        assertEquals(Duration.ofSeconds(25), Queries.wait(request(Map.of("wait", "25"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-1",
                "101",
                "26x",
                "1.5",
                "1e1",
                "+1",
                " 1",
                "٣",
                "99999999999",
                "null"
            })
    void anythingElseIsRefusedByName(String value) {
        for (var name : new String[] {"limit", "wait"}) {
            var request = request(Map.of(name, value));
            var refusal =
                    assertThrows(
                            ApiException.class,
                            () -> {
                                Queries.limit(request);
                                Queries.wait(request);
                            });
            assertEquals(ErrorCode.INVALID_VALUE, refusal.code());
            assertEquals(Optional.of(name), refusal.parameter());
        }
    }

    @Test
    void aLimitOfNothingAndAWaitBeyondTheGatewaysPatienceAreRefused() {
        var nothing = request(Map.of("limit", "0"));
        assertThrows(ApiException.class, () -> Queries.limit(nothing));
        var long26 = request(Map.of("wait", "26"));
        assertThrows(ApiException.class, () -> Queries.wait(long26));
    }

    private static HttpRequest request(Map<String, String> query) {
        return new HttpRequest("/v1/tasks", Map.of(), query, Map.of(), new byte[0], "req_1");
    }
}
