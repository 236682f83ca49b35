package dev.pixapi.local.sdk;

import static dev.pixapi.local.sdk.TestingSdk.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.openai.errors.BadRequestException;
import com.openai.errors.InternalServerException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.UnauthorizedException;

import dev.pixapi.account.ApiKey;
import dev.pixapi.account.Mode;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A refusal is the exception that users of OpenAI's Java SDK catch, and is repeated or not. */
class JavaSdkErrorsTest {
    /** Of the right form, and nobody's. */
    private static final String WRONG_KEY = ApiKey.create(Mode.TEST, new Random(1)).text();

    private static TestingSystem system;

    @BeforeAll
    static void start() {
        system = TestingSystem.start();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void aWrongKeyIsAnAuthenticationError() {
        try (var sdk = new TestingSdk(system.url(), WRONG_KEY)) {
            var refusal = refused(UnauthorizedException.class, sdk, "a door");

            assertEquals(Optional.of("invalid_api_key"), refusal.code());
            assertEquals(List.of(401), sdk.statuses());
        }
    }

    @Test
    void aWrongSizeIsABadRequestThatNamesTheParameter() {
        try (var sdk = new TestingSdk(system.url(), system.testKey(1))) {
            var order = order("a hedge").size("1000x1000").build();
            var refusal =
                    assertThrows(
                            BadRequestException.class, () -> sdk.client().images().generate(order));

            assertEquals(Optional.of("size"), refusal.param());
            assertEquals(Optional.of("invalid_value"), refusal.code());
            assertEquals(List.of(400), sdk.statuses());
        }
    }

    @Test
    void aRequestThatCannotBePaidIsMadeOnce() {
        try (var sdk = new TestingSdk(system.url(), system.testKey(0))) {
            var refusal = refused(OpenAIServiceException.class, sdk, "a yacht");

            assertEquals(402, refusal.statusCode());
            assertEquals(Optional.of("insufficient_credits"), refusal.code());
            assertEquals(Optional.of("insufficient_credits"), refusal.type());
            assertEquals(List.of(402), sdk.statuses());
        }
    }

    @Test
    void aModelThatIsAwayIsAskedThreeTimesAndCostsNothing() {
        var key = system.testKey(1);
        try (var sdk = new TestingSdk(system.url(), key)) {
            var refusal = refused(InternalServerException.class, sdk, "[fail] a storm");

            assertEquals(Optional.of("model_unavailable"), refusal.code());
            assertEquals(List.of("true"), refusal.headers().values("x-should-retry"));
            assertEquals(List.of(503, 503, 503), sdk.statuses());
            assertEquals(List.of(Duration.ofSeconds(5), Duration.ofSeconds(5)), sdk.waits());
        }
        var balance = system.credits(key);
        assertEquals("1", balance.decimal("available").toString());
        assertEquals("0", balance.decimal("held").toString());
    }

    @Test
    void aRejectedPromptIsNotRepeated() {
        try (var sdk = new TestingSdk(system.url(), system.testKey(1))) {
            var refusal = refused(OpenAIServiceException.class, sdk, "[reject] a crime");

            assertEquals(422, refusal.statusCode());
            assertEquals(1, refusal.headers().values("x-request-id").size());
            assertEquals(List.of(422), sdk.statuses());
        }
    }

    private static <E extends OpenAIServiceException> E refused(
            Class<E> type, TestingSdk sdk, String prompt) {
        var order = order(prompt).build();
        return assertThrows(type, () -> sdk.client().images().generate(order));
    }
}
