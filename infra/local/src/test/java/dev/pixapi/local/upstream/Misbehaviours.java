package dev.pixapi.local.upstream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/** What providers, and the networks before them, do besides making images. */
public final class Misbehaviours {
    private Misbehaviours() {}

    public static Behaviour answers(UpstreamAnswer answer) {
        return exchange -> exchange.answer(answer);
    }

    /**
     * @param error the fields of the error object, beside the message
     */
    public static Behaviour refuses(int status, Map<String, ?> error) {
        return answers(UpstreamAnswer.refusal(status, error));
    }

    public static Behaviour redirects(int status, String location) {
        return answers(UpstreamAnswer.text(status, "").with("location", location));
    }

    /** The request is on its way and nothing of it was read. */
    public static Behaviour resetsUnread() {
        return exchange -> {
            exchange.awaitFirstByte();
            exchange.reset();
        };
    }

    public static Behaviour resetsWhenRead() {
        return exchange -> {
            exchange.request();
            exchange.reset();
        };
    }

    /** Reads the request and closes without a word. */
    public static Behaviour closesWhenRead() {
        return UpstreamExchange::request;
    }

    /** An answer that is no HTTP. */
    public static Behaviour speaksAnotherProtocol() {
        return exchange -> exchange.send("220 smtp ready\r\n".getBytes(ISO_8859_1));
    }

    /** How the end of a body is told. */
    public enum Framing {
        LENGTH("content-length", "%d"),
        CHUNKS("transfer-encoding", "chunked"),
        CLOSE("x-framing", "none");

        private final String header;
        private final String value;

        Framing(String header, String value) {
            this.header = header;
            this.value = value;
        }

        private UpstreamAnswer head(UpstreamAnswer answer) {
            return answer.with(header, value.formatted(answer.body().length));
        }
    }

    /** Half of a sound answer, and then the end of the connection. */
    public static Behaviour stopsHalfWay(Framing framing) {
        return stopsHalfWay(framing, Images::whole);
    }

    /**
     * @param whole the answer, as a sound provider gives it
     */
    public static Behaviour stopsHalfWay(
            Framing framing, Function<UpstreamRequest, UpstreamAnswer> whole) {
        return exchange -> {
            var answer = whole.apply(exchange.request());
            var half = Arrays.copyOf(answer.body(), answer.body().length / 2);
            exchange.send(framing.head(answer).head());
            if (framing == Framing.CHUNKS) {
                exchange.send((Integer.toHexString(half.length) + "\r\n").getBytes(ISO_8859_1));
            }
            exchange.send(half);
        };
    }

    /** Never answers; ends when the far side gives up. */
    public static Behaviour isSilent() {
        return UpstreamExchange::awaitEnd;
    }

    /**
     * Sends the headers of an answer and then a byte now and then, for longer than anyone waits.
     */
    public static Behaviour trickles() {
        return trickles(Images::whole);
    }

    /**
     * @param whole the answer, as a sound provider gives it
     */
    public static Behaviour trickles(Function<UpstreamRequest, UpstreamAnswer> whole) {
        return exchange -> {
            var answer = whole.apply(exchange.request());
            exchange.send(Framing.LENGTH.head(answer).head());
            for (var next : answer.body()) {
                exchange.send(new byte[] {next});
                Thread.sleep(50);
            }
        };
    }

    public static Behaviour slow(Duration time, Behaviour behaviour) {
        return exchange -> {
            exchange.request();
            Thread.sleep(time);
            behaviour.serve(exchange);
        };
    }
}
