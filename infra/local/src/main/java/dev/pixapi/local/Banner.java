package dev.pixapi.local;

import java.net.URI;
import java.nio.file.Path;

/**
 * What is printed once everything answers: a line each for url, key, and a call that can be pasted.
 */
record Banner(URI url, Path data) {
    void print(String key, long millis) {
        System.out.printf(
                """

                Pixapi runs. Ready in %.1f s; data in %s; Ctrl-C stops it.

                url    %s
                key    %s

                Paste the line below: it makes an image, from the sandbox, for 4 of the key's 1,000 credits.

                %s

                """,
                millis / 1000.0, data, url, key, curl(key));
        System.out.flush();
    }

    void printLive(String key) {
        System.out.printf("live   %s%n%n", key);
    }

    private String curl(String key) {
        return "curl %s/v1/images/generations -H 'Authorization: Bearer %s' -H 'Content-Type: application/json' -d '{\"model\": \"nano-banana-2\", \"prompt\": \"A lighthouse at dawn\"}'"
                .formatted(url, key);
    }
}
