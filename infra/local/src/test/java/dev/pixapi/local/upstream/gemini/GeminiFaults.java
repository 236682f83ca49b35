package dev.pixapi.local.upstream.gemini;

import static dev.pixapi.local.upstream.Behaviour.inTurn;
import static dev.pixapi.local.upstream.Fault.notAccepted;
import static dev.pixapi.local.upstream.Fault.rejected;
import static dev.pixapi.local.upstream.Fault.unavailable;
import static dev.pixapi.local.upstream.Fault.unknown;
import static dev.pixapi.local.upstream.Misbehaviours.answers;
import static dev.pixapi.local.upstream.Misbehaviours.closesWhenRead;
import static dev.pixapi.local.upstream.Misbehaviours.resetsUnread;
import static dev.pixapi.local.upstream.Misbehaviours.resetsWhenRead;
import static dev.pixapi.local.upstream.Misbehaviours.speaksAnotherProtocol;
import static dev.pixapi.local.upstream.Misbehaviours.stopsHalfWay;
import static dev.pixapi.local.upstream.gemini.GeminiAnswers.blocked;
import static dev.pixapi.local.upstream.gemini.GeminiAnswers.candidates;
import static dev.pixapi.local.upstream.gemini.GeminiAnswers.ended;
import static dev.pixapi.local.upstream.gemini.GeminiAnswers.image;
import static dev.pixapi.local.upstream.gemini.GeminiAnswers.json;
import static dev.pixapi.local.upstream.gemini.GeminiAnswers.parts;
import static dev.pixapi.local.upstream.gemini.GeminiAnswers.refusal;
import static dev.pixapi.local.upstream.gemini.GeminiAnswers.text;
import static dev.pixapi.local.upstream.gemini.GeminiAnswers.thought;
import static dev.pixapi.local.upstream.gemini.GeminiDouble.asAsked;
import static dev.pixapi.local.upstream.gemini.GeminiFault.delivers;
import static dev.pixapi.local.upstream.gemini.GeminiFault.heldBack;
import static dev.pixapi.local.upstream.gemini.GeminiFault.together;

import dev.pixapi.local.upstream.Behaviour;
import dev.pixapi.local.upstream.Fault.Ending;
import dev.pixapi.local.upstream.Misbehaviours.Framing;
import dev.pixapi.local.upstream.UpstreamAnswer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The table of what Gemini can do to a call. */
final class GeminiFaults {
    private static final String GARBAGE =
            Pictures.base64("no image".repeat(40).getBytes(StandardCharsets.UTF_8));

    private GeminiFaults() {}

    static Stream<GeminiFault> all() {
        return Stream.of(images(), several(), blocks(), inVain(), refusals(), broken(), cutOff())
                .flatMap(rows -> rows);
    }

    /** Of each part of the table the first row of each ending. */
    static Stream<GeminiFault> ofEachKind() {
        return Stream.of(images(), several(), blocks(), inVain(), refusals(), broken(), cutOff())
                .flatMap(GeminiFaults::endings);
    }

    private static Stream<GeminiFault> endings(Stream<GeminiFault> rows) {
        var seen = new HashSet<Ending>();
        return rows.filter(row -> seen.add(row.fault().ending()));
    }

    private static Stream<GeminiFault> images() {
        var sound = image(Pictures.sound());
        return Stream.of(
                delivers(1, "an image and a text", 1, 1, asAsked()),
                delivers(1, "an image among drafts", 1, 1, says(thought(GARBAGE), sound)),
                delivers(1, "two for one", 1, 1, says(sound, sound)),
                delivers(1, "an image among garbage", 1, 1, says(image(GARBAGE), sound)),
                delivers(1, "an image that ended early", 1, 1, answers(ended("OTHER", sound))),
                delivers(1, "an image the second time", 1, 2, inTurn(none("NO_IMAGE"), asAsked())),
                GeminiFault.of(unavailable("garbage for an image", says(image(GARBAGE)))),
                GeminiFault.of(unavailable("half an image", says(image(half())))),
                GeminiFault.of(unavailable("no base64", says(image("-- none --")))),
                GeminiFault.of(unavailable("an empty text for an image", says(image("")))));
    }

    /** Calls that are made at once, each with its own ending. */
    private static Stream<GeminiFault> several() {
        var sound = image(Pictures.sound());
        var tooFast = answers(refusal(429, "RESOURCE_EXHAUSTED"));
        var heldBack = none("IMAGE_SAFETY");
        var failed = answers(refusal(500, "INTERNAL"));
        var timeout = new Ending(504, "model_timeout", false, 0);
        var rejected = new Ending(422, "output_rejected", false, 0);
        var unavailable = new Ending(503, "model_unavailable", true, 0);
        return Stream.of(
                delivers(4, "as many as asked", 4, 4, asAsked()),
                delivers(3, "three for four", 4, 4, inTurn(heldBack, asAsked())),
                delivers(3, "three beside a reset", 4, 4, inTurn(resetsWhenRead(), asAsked())),
                delivers(1, "one of four", 4, 4, inTurn(failed, heldBack, tooFast, asAsked())),
                delivers(2, "one call makes two", 2, 2, inTurn(says(sound, sound), heldBack)),
                together(
                        "a reset beside refusals",
                        3,
                        3,
                        timeout,
                        inTurn(resetsWhenRead(), heldBack)),
                together("a block beside failures", 3, 3, rejected, inTurn(heldBack, failed)),
                together("all too fast", 3, 3, unavailable, tooFast),
                together("none of any", 3, 6, unavailable, none("NO_IMAGE")));
    }

    private static Stream<GeminiFault> blocks() {
        var prompts =
                Stream.of("SAFETY", "OTHER", "BLOCKLIST", "PROHIBITED_CONTENT")
                        .map(reason -> rejected("prompt: " + reason, answers(blocked(reason))))
                        .map(GeminiFault::of);
        var outputs =
                Stream.of(
                                "SAFETY",
                                "IMAGE_SAFETY",
                                "PROHIBITED_CONTENT",
                                "IMAGE_PROHIBITED_CONTENT",
                                "RECITATION",
                                "IMAGE_RECITATION",
                                "BLOCKLIST",
                                "SPII")
                        .map(reason -> heldBack("output: " + reason, none(reason)));
        var others =
                Stream.of(
                        heldBack("output as a prompt's", answers(blocked("IMAGE_SAFETY"))),
                        heldBack("with a text", answers(ended("SAFETY", text("I cannot.")))));
        return Stream.of(prompts, outputs, others).flatMap(rows -> rows);
    }

    private static Stream<GeminiFault> inVain() {
        return Stream.of(
                GeminiFault.inVain("no image", none("NO_IMAGE")),
                GeminiFault.inVain("another reason of the image", none("IMAGE_OTHER")),
                GeminiFault.inVain("another reason", none("OTHER")),
                GeminiFault.inVain("too long", none("MAX_TOKENS")),
                GeminiFault.inVain("a text only", says(text("A lighthouse stands on a rock."))),
                GeminiFault.inVain("a draft only", says(thought(Pictures.sound()))),
                GeminiFault.inVain("no candidate", answers(candidates(List.of()))),
                GeminiFault.inVain("an empty object", answers(json(200, Map.of()))));
    }

    private static Stream<GeminiFault> refusals() {
        var invalid = "INVALID_ARGUMENT";
        return Stream.of(
                        notAccepted("an argument", answers(refusal(400, invalid))),
                        notAccepted("too large", answers(refusal(413, invalid))),
                        unavailable("key", answers(refusal(400, invalid, "API_KEY_INVALID"))),
                        unavailable("key by message", answers(wrongKey())),
                        unavailable("location", answers(refusal(400, "FAILED_PRECONDITION"))),
                        unavailable("no login", answers(refusal(401, "UNAUTHENTICATED"))),
                        unavailable("no permission", answers(refusal(403, "PERMISSION_DENIED"))),
                        unavailable("no such model", answers(refusal(404, "NOT_FOUND"))),
                        unavailable("too fast", answers(refusal(429, "RESOURCE_EXHAUSTED"))),
                        unavailable("server error", answers(refusal(500, "INTERNAL"))),
                        unavailable("overloaded", answers(refusal(503, "UNAVAILABLE"))),
                        unavailable("a gateway's page", answers(GeminiAnswers.text(502, "<h1>"))),
                        unknown("too late", answers(refusal(504, "DEADLINE_EXCEEDED"))),
                        unknown("given up", answers(refusal(499, "CANCELLED"))),
                        unknown("too late by a page", answers(GeminiAnswers.text(504, "<h1>"))))
                .map(GeminiFault::of);
    }

    private static Stream<GeminiFault> broken() {
        var moved = GeminiAnswers.text(302, "").with("location", "/elsewhere");
        return Stream.of(
                        unavailable(
                                "no JSON", answers(GeminiAnswers.text(200, "<h1>Welcome</h1>"))),
                        unavailable("nothing", answers(GeminiAnswers.text(200, ""))),
                        unavailable("a list", answers(GeminiAnswers.text(200, "[]"))),
                        unavailable("no list", answers(json(200, Map.of("candidates", "none")))),
                        unavailable("a redirect", answers(moved)))
                .map(GeminiFault::of);
    }

    private static Stream<GeminiFault> cutOff() {
        return Stream.of(
                        unknown("reset before it was read", resetsUnread()),
                        unknown("reset after it was read", resetsWhenRead()),
                        unknown("closed after it was read", closesWhenRead()),
                        unknown("another protocol", speaksAnotherProtocol()),
                        unknown("half a body of a known length", half(Framing.LENGTH)),
                        unknown("half a body in chunks", half(Framing.CHUNKS)),
                        // Nothing on the wire tells this one from a whole body that is no JSON.
                        unavailable("half a body that ends by closing", half(Framing.CLOSE)))
                .map(GeminiFault::of);
    }

    private static Behaviour says(Object... parts) {
        return answers(parts(parts));
    }

    /** A candidate without any part. */
    private static Behaviour none(String reason) {
        return answers(ended(reason));
    }

    private static Behaviour half(Framing framing) {
        return stopsHalfWay(framing, GeminiDouble::whole);
    }

    private static String half() {
        var whole = Base64.getDecoder().decode(Pictures.sound());
        return Pictures.base64(Arrays.copyOf(whole, whole.length / 2));
    }

    private static UpstreamAnswer wrongKey() {
        return refusal(
                400,
                "INVALID_ARGUMENT",
                "API key not valid. Please pass a valid API key.",
                List.of());
    }
}
