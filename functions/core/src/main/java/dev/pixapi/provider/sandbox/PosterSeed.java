package dev.pixapi.provider.sandbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Turns a poster into numbers: the same poster gives the same numbers in every process. */
final class PosterSeed {
    private PosterSeed() {}

    /** Decides the palette: the images of one request, in all sizes, have the same colours. */
    static RandomGenerator palette(Poster poster) {
        return random(List.of("palette", poster.model(), poster.prompt()));
    }

    /** Decides the motif, the same for the images of one request in all sizes. */
    static RandomGenerator motif(Poster poster) {
        return random(List.of("motif", poster.model(), poster.prompt()));
    }

    /** Decides where things stand: differs when anything that was asked for differs. */
    static RandomGenerator variation(Poster poster) {
        return random(
                List.of(
                        "variation",
                        poster.model(),
                        poster.prompt(),
                        poster.width() + "x" + poster.height(),
                        poster.quality(),
                        Integer.toString(poster.index())));
    }

    private static RandomGenerator random(List<String> parts) {
        MessageDigest sha256 = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            sha256.update(bytes);
        }
        return new SplittableRandom(ByteBuffer.wrap(sha256.digest()).getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
