package dev.pixapi.lambda.handler;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.wiring.AwsClients;
import dev.pixapi.lambda.wiring.Environment;
import dev.pixapi.lambda.wiring.Pixapi;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Whatever a handler made before its first event, all copies of its snapshot would share. */
class BeforeTheFirstEventTest {
    static final List<LambdaFunction> FUNCTIONS = Blueprint.FUNCTIONS;

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void aHandlerHasNoClientNoRandomnessAndNoTime(LambdaFunction function) {
        var clients =
                new AwsClients(
                        BeforeTheFirstEventTest::tooEarly,
                        BeforeTheFirstEventTest::tooEarly,
                        BeforeTheFirstEventTest::tooEarly,
                        BeforeTheFirstEventTest::tooEarly,
                        BeforeTheFirstEventTest::tooEarly,
                        BeforeTheFirstEventTest::tooEarly);
        var root =
                new Pixapi(
                        new Environment(Map.of()),
                        clients,
                        new NoClock(),
                        BeforeTheFirstEventTest::tooEarly);
        assertDoesNotThrow(() -> function.create().apply(root));
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // It returns nothing.
    private static <T> T tooEarly() {
        throw new AssertionError("asked for before the first event");
    }

    private static final class NoClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return tooEarly();
        }
    }
}
