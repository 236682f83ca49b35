package dev.pixapi.local.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The least that a handler can be: what it takes is the runtime's. */
public final class HelloWorld implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream output, Context context)
            throws IOException {
        event.readAllBytes();
        output.write("{\"statusCode\":200,\"body\":\"hello\"}".getBytes(StandardCharsets.UTF_8));
    }

    static Path place() {
        try {
            return Path.of(
                    HelloWorld.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
