package dev.pixapi.simulation.world;

import dev.pixapi.api.Parameters;
import dev.pixapi.api.ResponseFormat;
import dev.pixapi.catalog.Catalog;
import dev.pixapi.catalog.CatalogReader;
import dev.pixapi.request.ImagesReader;
import dev.pixapi.request.ImagesRequest;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

/** What all histories share, since nothing changes it. */
final class Fixtures {
    static final Catalog CATALOG = CatalogReader.read(Optional.empty());
    static final ImagesReader READER = new ImagesReader(CATALOG);
    static final List<byte[]> PICTURES =
            IntStream.range(0, 64).mapToObj(Fixtures::picture).toList();

    private Fixtures() {}

    /** One credit an image. */
    static Parameters parameters(Request request, boolean changed) {
        return new Parameters(
                Map.of(
                        "model",
                        "gpt-image-2",
                        "quality",
                        "low",
                        "prompt",
                        request.name(),
                        "metadata",
                        Map.of("request", request.name()),
                        "n",
                        request.images() + (changed ? 1 : 0)));
    }

    static ImagesRequest read(Parameters parameters) {
        return READER.read(parameters, ResponseFormat.URL);
    }

    private static byte[] picture(int colour) {
        var image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, colour);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }
}
