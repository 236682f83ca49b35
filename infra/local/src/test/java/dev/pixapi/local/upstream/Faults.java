package dev.pixapi.local.upstream;

import static dev.pixapi.local.upstream.Fault.delivers;
import static dev.pixapi.local.upstream.Fault.notAccepted;
import static dev.pixapi.local.upstream.Fault.rejected;
import static dev.pixapi.local.upstream.Fault.unavailable;
import static dev.pixapi.local.upstream.Fault.unknown;
import static dev.pixapi.local.upstream.Misbehaviours.answers;
import static dev.pixapi.local.upstream.Misbehaviours.redirects;
import static dev.pixapi.local.upstream.Misbehaviours.refuses;
import static dev.pixapi.local.upstream.Misbehaviours.stopsHalfWay;

import dev.pixapi.local.upstream.Fault.Ending;
import dev.pixapi.local.upstream.Misbehaviours.Framing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Stream;

/** The table of what a provider can do to a call. */
final class Faults {
    private static final String GARBAGE =
            Base64.getEncoder()
                    .encodeToString("no image".repeat(40).getBytes(StandardCharsets.UTF_8));

    private Faults() {}

    static Stream<Fault> all() {
        return Stream.of(images(), refusals(), broken(), cutOff()).flatMap(rows -> rows);
    }

    /** Of each part of the table the first row of each ending. */
    static Stream<Fault> ofEachKind() {
        return Stream.of(images(), refusals(), broken(), cutOff()).flatMap(Faults::endings);
    }

    private static Stream<Fault> endings(Stream<Fault> rows) {
        var seen = new HashSet<Ending>();
        return rows.filter(row -> seen.add(row.ending()));
    }

    private static Stream<Fault> images() {
        return Stream.of(
                delivers(4, "as many as asked", 4, Images.asAsked()),
                delivers(3, "three for four", 4, Images.count(3)),
                delivers(1, "eight for one", 1, Images.count(8)),
                delivers(1, "one among garbage", 3, Images.base64(GARBAGE, Images.sound(), half())),
                delivers(1, "one beside a text", 2, Images.base64(Images.sound(), "-- none --")),
                unavailable("no images", Images.count(0)),
                unavailable("no data", answers(UpstreamAnswer.json(200, Map.of("created", 1)))),
                unavailable("garbage for an image", Images.base64(GARBAGE)),
                unavailable("an empty text for an image", Images.base64("")),
                unavailable("half an image", Images.base64(half())),
                unavailable("no base64", Images.base64("-- none --")));
    }

    private static Stream<Fault> refusals() {
        return Stream.of(
                rejected("moderation", refuses(400, moderation("moderation_blocked"))),
                rejected("older moderation", refuses(400, moderation("content_policy_violation"))),
                notAccepted("a parameter", refuses(400, Map.of("param", "size"))),
                notAccepted("no parameter", refuses(400, Map.of("code", "bad_request"))),
                notAccepted("a code that is a number", refuses(400, Map.of("code", 400))),
                unavailable("wrong key", refuses(401, Map.of("code", "invalid_api_key"))),
                unavailable("unverified", refuses(403, Map.of())),
                unavailable("no such model", refuses(404, Map.of("code", "model_not_found"))),
                unavailable("too fast", refuses(429, Map.of("code", "rate_limit_exceeded"))),
                unavailable("no quota", refuses(429, Map.of("code", "insufficient_quota"))),
                unavailable(
                        "no budget", refuses(400, Map.of("code", "billing_hard_limit_reached"))),
                unavailable("server error", refuses(500, Map.of("type", "server_error"))),
                unavailable("overloaded", refuses(503, Map.of("code", "overloaded"))),
                unavailable("a gateway's page", answers(UpstreamAnswer.text(502, "<h1>Bad"))));
    }

    private static Stream<Fault> broken() {
        return Stream.of(
                unavailable("no JSON", answers(UpstreamAnswer.text(200, "<h1>Welcome</h1>"))),
                unavailable("nothing", answers(UpstreamAnswer.text(200, ""))),
                unavailable("a list", answers(UpstreamAnswer.text(200, "[]"))),
                unavailable("a redirect", redirects(302, "/v1/elsewhere")),
                unavailable("a redirect that keeps the method", redirects(307, "/v1/elsewhere")));
    }

    private static Stream<Fault> cutOff() {
        return Stream.of(
                unknown("reset before it was read", Misbehaviours.resetsUnread()),
                unknown("reset after it was read", Misbehaviours.resetsWhenRead()),
                unknown("closed after it was read", Misbehaviours.closesWhenRead()),
                unknown("another protocol", Misbehaviours.speaksAnotherProtocol()),
                unknown("half a body of a known length", stopsHalfWay(Framing.LENGTH)),
                unknown("half a body in chunks", stopsHalfWay(Framing.CHUNKS)),
                // Nothing on the wire tells this one from a whole body that is no JSON.
                unavailable("half a body that ends by closing", stopsHalfWay(Framing.CLOSE)));
    }

    private static Map<String, Object> moderation(String code) {
        return Map.of("type", "image_generation_user_error", "code", code);
    }

    private static String half() {
        var whole = Base64.getDecoder().decode(Images.sound());
        return Base64.getEncoder().encodeToString(Arrays.copyOf(whole, whole.length / 2));
    }
}
