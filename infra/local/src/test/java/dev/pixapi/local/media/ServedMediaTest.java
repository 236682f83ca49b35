package dev.pixapi.local.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.TestingSystem.Answer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Images as a browser or a CDN's client asks for them. */
class ServedMediaTest {
    private static TestingSystem pixapi;
    private static URI url;
    private static Answer whole;

    @BeforeAll
    static void start() {
        pixapi = TestingSystem.start();
        var body = Map.of("model", "nano-banana-2-512", "prompt", "served");
        var made = pixapi.generate(pixapi.testKey(4), body).json();
        url = URI.create(made.objects("data").getFirst().string("url"));
        whole = get();
    }

    @AfterAll
    static void stop() {
        pixapi.close();
    }

    @Test
    void anImageSaysWhatItIsAndHowLongItMayBeKept() {
        assertEquals(200, whole.status());
        var headers = whole.headers();
        assertEquals("image/png", headers.get("content-type"));
        assertEquals("bytes", headers.get("accept-ranges"));
        assertEquals("private, max-age=2592000, immutable", headers.get("cache-control"));
        assertEquals(String.valueOf(whole.body().length), headers.get("content-length"));
        assertEquals('"', headers.get("etag").charAt(0));
        assertEquals(29, headers.get("last-modified").length());
    }

    @Test
    void aBrowserRunsNothingOfWhatIsServedNorTakesItForSomethingElse() {
        var absent = pixapi.send(HttpRequest.newBuilder(url.resolve("absent.png")));
        for (var answer : List.of(whole, get("Range", "bytes=0-9"), absent)) {
            var headers = answer.headers();
            assertEquals("nosniff", headers.get("x-content-type-options"));
            assertEquals("default-src 'none'; sandbox", headers.get("content-security-policy"));
            assertEquals("cross-origin", headers.get("cross-origin-resource-policy"));
        }
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-99, 0, 99", "bytes=100-199, 100, 199", "bytes=0-0, 0, 0"})
    void aRangeIsServed(String range, int first, int last) {
        var part = get("Range", range);
        assertEquals(206, part.status());
        assertArrayEquals(Arrays.copyOfRange(whole.body(), first, last + 1), part.body());
        assertEquals(
                "bytes %d-%d/%d".formatted(first, last, whole.body().length),
                part.headers().get("content-range"));
        assertEquals("image/png", part.headers().get("content-type"));
        assertEquals(whole.headers().get("etag"), part.headers().get("etag"));
    }

    @Test
    void theEndOfAnImageIsServed() {
        var length = whole.body().length;
        var tail = Arrays.copyOfRange(whole.body(), length - 7, length);
        assertArrayEquals(tail, get("Range", "bytes=-7").body());
        assertArrayEquals(tail, get("Range", "bytes=" + (length - 7) + "-").body());
        assertArrayEquals(whole.body(), get("Range", "bytes=-" + 2 * length).body());
    }

    @Test
    void aRangeBehindTheEndCannotBeHad() {
        var refused = get("Range", "bytes=" + whole.body().length + "-");
        assertEquals(416, refused.status());
        assertEquals("bytes */" + whole.body().length, refused.headers().get("content-range"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,4-5", "bytes=5-4", "lines=1-2"})
    void whatIsNotOneRangeIsAnsweredWithTheWhole(String range) {
        var answer = get("Range", range);
        assertEquals(200, answer.status());
        assertArrayEquals(whole.body(), answer.body());
        assertNull(answer.headers().get("content-range"));
    }

    @Test
    void aRangeOfAnotherVersionIsAnsweredWithTheWhole() {
        var tag = whole.headers().get("etag");
        assertEquals(206, get("Range", "bytes=0-9", "If-Range", tag).status());
        assertEquals(200, get("Range", "bytes=0-9", "If-Range", "\"other\"").status());
    }

    @Test
    void whoHasTheImageIsNotSentItAgain() {
        var tag = whole.headers().get("etag");
        var since = whole.headers().get("last-modified");
        for (var answer :
                new Answer[] {get("If-None-Match", tag), get("If-Modified-Since", since)}) {
            assertEquals(304, answer.status());
            assertEquals(0, answer.body().length);
            assertEquals(tag, answer.headers().get("etag"));
            assertEquals(
                    whole.headers().get("cache-control"), answer.headers().get("cache-control"));
        }
        assertEquals(200, get("If-None-Match", "\"other\"").status());
        assertEquals(200, get("If-Modified-Since", "Sat, 01 Jan 2000 00:00:00 GMT").status());
    }

    @Test
    void aPreconditionThatDoesNotHoldIsAFailure() {
        assertEquals(412, get("If-Match", "\"other\"").status());
        assertEquals(412, get("If-Unmodified-Since", "Sat, 01 Jan 2000 00:00:00 GMT").status());
        assertEquals(200, get("If-Match", whole.headers().get("etag")).status());
    }

    @Test
    void aHeadIsAGetWithoutItsBody() {
        var head = pixapi.send(HttpRequest.newBuilder(url).method("HEAD", BodyPublishers.noBody()));
        assertEquals(200, head.status());
        assertEquals(0, head.body().length);
        for (var name :
                new String[] {
                    "content-type", "content-length", "etag", "last-modified", "cache-control"
                }) {
            assertEquals(whole.headers().get(name), head.headers().get(name), name);
        }
        var tag = whole.headers().get("etag");
        var known =
                HttpRequest.newBuilder(url)
                        .method("HEAD", BodyPublishers.noBody())
                        .header("If-None-Match", tag);
        assertEquals(304, pixapi.send(known).status());
    }

    @Test
    void oneConnectionServesThemAllInTurn() {
        for (var i = 0; i < 3; i++) {
            assertEquals(206, get("Range", "bytes=0-9").status());
            assertEquals(304, get("If-None-Match", whole.headers().get("etag")).status());
            assertEquals(200, get().status());
        }
    }

    /** What lies beside the images is nobody's to read by its name. */
    @ParameterizedTest
    @ValueSource(strings = {"/tasks/", "/answers/"})
    void otherFoldersAreNotServed(String folder) {
        var path = url.getPath().replace("/images/", folder);
        var manifest = path.substring(0, path.lastIndexOf('/')) + "/manifest.json";
        assertEquals(404, pixapi.send(HttpRequest.newBuilder(url.resolve(manifest))).status());
    }

    /** The local store knows ways through folders, which S3 does not. */
    @ParameterizedTest
    @ValueSource(strings = {"images/../", "images/%2e%2e/", "images/30d/..%2f../", "images/./../"})
    void noWayThroughTheImagesLeadsElsewhere(String way) {
        var path = url.getPath().replace("/images/", "/" + way + "tasks/");
        var folder = path.substring(0, path.lastIndexOf('/'));
        var manifest = URI.create(url.resolve("/") + folder.substring(1) + "/manifest.json");
        assertEquals(404, pixapi.send(HttpRequest.newBuilder(manifest)).status());
    }

    private static Answer get(String... headers) {
        var request = HttpRequest.newBuilder(url);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return pixapi.send(request);
    }
}
