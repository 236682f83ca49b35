package dev.pixapi.local.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Nothing listens where the provider should be: no call was made, so a repeat is free. */
class UpstreamUnreachableTest {
    /** Bound and not listening: the port is taken, and connecting to it is refused. */
    private static final Socket DEAF = new Socket();

    private static UpstreamDouble elsewhere;
    private static TestingSystem system;

    private final Caller caller = new Caller(system, elsewhere);

    @BeforeAll
    static void start() throws IOException {
        DEAF.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        elsewhere = UpstreamDouble.start();
        var base = "http://127.0.0.1:" + DEAF.getLocalPort();
        system = TestingSystem.start(elsewhere.settings("OPENAI_BASE_URL", base));
    }

    @AfterAll
    static void stop() throws IOException {
        system.close();
        elsewhere.close();
        DEAF.close();
    }

    @Test
    void aCallerWhoWaitsMayRepeatTheCall() {
        var answer = caller.generate(Caller.order(1));

        assertEquals(503, answer.status());
        assertEquals("model_unavailable", answer.errorCode());
        assertEquals("true", answer.headers().get("x-should-retry"));
        caller.assertCharged(0);
    }

    @Test
    void aTaskFails() {
        var task = caller.run(Caller.order(1));

        assertEquals("failed", task.string("status"));
        assertEquals("model_unavailable", task.object("error").string("code"));
        caller.assertCharged(0);
    }
}
