package dev.pixapi.fetch;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import javax.net.ssl.SSLSocket;

/** A connection to a host that has proved its name, for one question. */
record Line(SSLSocket socket, Cutoff cutoff) implements Closeable {

    /**
     * Asks for the link's image and reads how the answer begins. No cookie and no credentials: the
     * request says of the caller only which URL was written. No encoding either, as a few bytes in
     * gzip are millions in memory.
     */
    Answer ask(Link link) throws IOException {
        var request =
                """
                GET %s HTTP/1.1
                Host: %s
                User-Agent: pixapi/1
                Accept: image/png,image/jpeg,image/webp
                Accept-Encoding: identity
                Connection: close

                """
                        .replace("\n", "\r\n")
                        .formatted(link.target(), link.authority());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return Answer.read(new BufferedInputStream(socket.getInputStream()));
    }

    @Override
    public void close() throws IOException {
        cutoff.close();
    }
}
