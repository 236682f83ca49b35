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
import java.util.Map;
import java.util.Optional;

import javax.imageio.ImageIO;

/** What all histories share, since nothing changes it. */
final class Fixtures {
    static final Catalog CATALOG = CatalogReader.read(Optional.empty());
    static final ImagesReader READER = new ImagesReader(CATALOG);
    static final byte[] IMAGE = image();

    private Fixtures() {}

    /** One credit an image. */
    static Parameters parameters(Request request) {
        return new Parameters(
                Map.of(
                        "model", "gpt-image-2",
                        "quality", "low",
                        "prompt", request.name(),
                        "metadata", Map.of("request", request.name()),
                        "n", request.images()));
    }

    static ImagesRequest read(Parameters parameters) {
        return READER.read(parameters, ResponseFormat.URL);
    }

    private static byte[] image() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }
}
