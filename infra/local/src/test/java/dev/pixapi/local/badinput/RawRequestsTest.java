package dev.pixapi.local.badinput;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Requests that no HTTP client would send. What is no HTTP at all is refused by the JDK's server,
 * in its own words, before it is ours.
 */
@ExtendWith(OneSystem.class)
class RawRequestsTest {
    private static TestingSystem system;

    @BeforeAll
    static void use(TestingSystem shared) {
        system = shared;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/tasks?limit=%zz HTTP/1.1",
                "GET /v1/tasks/%zz HTTP/1.1",
                "GET /v1/tasks?after={}|<> HTTP/1.1",
                "GET /v1/tasks?after=\\u0000 HTTP/1.1",
                "GET //v1/models HTTP/1.1",
                "GET ../v1/models HTTP/1.1",
                "GET http://other.example/v1/models HTTP/1.1",
                "FOO /v1/models HTTP/1.1",
                "GET /v1/models HTTP/9.9",
                "GET /v1/models",
                "nonsense",
                "POST /v1/quotes HTTP/1.1\r\nContent-Length: x",
                "POST /v1/quotes HTTP/1.1\r\nContent-Length: -1",
                "POST /v1/quotes HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 5",
                "GET /v1/models HTTP/1.1\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b",
                "GET /v1/models HTTP/1.1\r\nAuthorization: Bearer \u00e9\u0001",
                "GET /v1/models HTTP/1.1\r\nno colon here",
            })
    void aRequestThatNoClientSendsIsRefusedAndNothingFails(String head) throws IOException {
        var answer = send(head + "\r\nHost: x\r\nConnection: close\r\n\r\n0\r\n\r\n");
        assertTrue(answer.isEmpty() || answer.matches("(?s)HTTP/1\\.1 4\\d\\d .*"), answer);
        assertTrue(system.get("/v1/models", "x").status() == 401, "it still answers");
    }

    private static String send(String request) throws IOException {
        try (var socket = new Socket(system.url().getHost(), system.url().getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
