package dev.pixapi.local.embedded;

import java.net.URI;

/** What the embedded servers and their clients agree on. The keys open nothing but this machine. */
final class Loopback {
    static final String HOST = "127.0.0.1";
    static final String REGION = "us-east-1";
    static final String ACCESS_KEY = "local";
    static final String SECRET_KEY = "local-secret";

    private Loopback() {}

    static URI http(int port) {
        return URI.create("http://" + HOST + ":" + port);
    }
}
