package dev.pixapi.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;

import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Connects to addresses that were checked, past every proxy, and makes sure that the host that the
 * link names is at the other end. No name is looked up here: TLS is laid over a socket that is
 * connected already, and knows the name only to compare it with the certificate.
 *
 * @param timeout of the connection to one address
 */
record Dialer(SSLSocketFactory tls, Duration timeout) {
    /** Of a host's addresses; three have room in the time of a fetch. */
    private static final int MOST_ATTEMPTS = 3;

    Line dial(Link link, List<InetSocketAddress> checked, Deadline deadline) throws IOException {
        for (var address : checked.subList(0, Math.min(MOST_ATTEMPTS, checked.size()))) {
            var socket = new Socket(Proxy.NO_PROXY);
            var cutoff = new Cutoff(socket, deadline);
            if (connects(socket, address, deadline)) {
                return secured(socket, link, cutoff);
            }
            cutoff.close();
        }
        throw FetchRefused.unreachable();
    }

    private boolean connects(Socket socket, InetSocketAddress address, Deadline deadline) {
        try {
            socket.connect(address, deadline.millis(timeout));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private Line secured(Socket socket, Link link, Cutoff cutoff) throws IOException {
        try {
            var secure =
                    (SSLSocket) tls.createSocket(socket, link.host().text(), link.port(), true);
            var parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(parameters);
            secure.startHandshake();
            return new Line(secure, cutoff);
        } catch (IOException failure) {
            cutoff.close();
            throw refusal(failure);
        }
    }

    private static FetchRefused refusal(IOException failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof CertificateException)) {
            cause = cause.getCause();
        }
        return cause == null
                ? FetchRefused.unreachable()
                : new FetchRefused("leads to a host without a valid certificate for its name");
    }
}
