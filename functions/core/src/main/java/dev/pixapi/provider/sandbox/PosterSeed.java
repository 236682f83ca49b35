package dev.pixapi.provider.sandbox;

import dev.pixapi.digest.Sha256;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
        var text = new ByteArrayOutputStream();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            text.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            text.writeBytes(bytes);
        }
        return new SplittableRandom(ByteBuffer.wrap(Sha256.of(text.toByteArray())).getLong());
    }
}
