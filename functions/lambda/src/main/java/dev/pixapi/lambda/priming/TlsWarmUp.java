package dev.pixapi.lambda.priming;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/**
 * The start of a TLS handshake with nobody, which reads the authorities that the JDK trusts and
 * loads what every call to AWS needs. The keys that it makes are thrown away with it.
 */
final class TlsWarmUp {
    private TlsWarmUp() {}

    static void run() throws GeneralSecurityException, SSLException {
        var engine = SSLContext.getDefault().createSSLEngine("nobody.invalid", 443);
        engine.setUseClientMode(true);
        engine.beginHandshake();
        engine.wrap(
                ByteBuffer.allocate(0),
                ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
    }
}
