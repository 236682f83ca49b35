package dev.pixapi.provider.sandbox;

import dev.pixapi.image.Background;
import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageEncoder;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.ImageInspector;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.image.ImageSize;
import dev.pixapi.image.InputImage;
import dev.pixapi.image.Inputs;
import dev.pixapi.image.Output;
import dev.pixapi.image.Quality;
import dev.pixapi.image.Tier;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;

import javax.imageio.ImageIO;

/** Pictures, masks and requests for edits. */
final class TestingPictures {
    static final int WIDTH = 240;
    static final int HEIGHT = 180;

    private TestingPictures() {}

    static BufferedImage picture(int type, int width, int height, IntBinaryOperator argb) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, argb.applyAsInt(x, y));
            }
        }
        return image;
    }

    /** Opaque waves of colour with noise on them, as a photo has. */
    static BufferedImage photo(int width, int height) {
        SplittableRandom random = new SplittableRandom(7);
        return picture(
                BufferedImage.TYPE_INT_RGB,
                width,
                height,
                (x, y) -> {
                    double wave = Math.sin(9.0 * x / width + 4 * Math.cos(7.0 * y / height));
                    int light = (int) (110 + 80 * wave) + random.nextInt(-20, 20);
                    int red = Math.clamp(light + 50L * x / width, 0, 255);
                    int blue = Math.clamp(light + 50L * y / height, 0, 255);
                    return (red << 16) | (Math.clamp(light, 0, 255) << 8) | blue;
                });
    }

    /** Transparent in a circle right of the middle, with an edge that is so many pixels soft. */
    static BufferedImage mask(int width, int height, double softness) {
        return picture(
                BufferedImage.TYPE_INT_ARGB,
                width,
                height,
                (x, y) -> {
                    double distance = Math.hypot(x - 0.6 * width, y - 0.5 * height);
                    double kept = (distance - 0.3 * height) / softness + 0.5;
                    return (int) Math.round(255 * Math.clamp(kept, 0, 1)) << 24;
                });
    }

    static InputImage png(BufferedImage image) {
        return input(new ImageEncoder().encode(image, ImageFormat.PNG, 100));
    }

    static InputImage input(byte[] bytes) {
        return new InputImage(bytes, ImageInspector.inspect(bytes).orElseThrow());
    }

    static Inputs inputs(BufferedImage... images) {
        return new Inputs(
                List.of(images).stream().map(TestingPictures::png).toList(), Optional.empty());
    }

    static Inputs masked(BufferedImage image, BufferedImage mask) {
        return new Inputs(List.of(png(image)), Optional.of(png(mask)));
    }

    static Output output(ImageFormat format, Background background) {
        return new Output(Optional.of(format), Optional.empty(), background);
    }

    /** One PNG, as large as the input where the tier allows it. */
    static ImageRequest request(String prompt) {
        return request(prompt, 1, output(ImageFormat.PNG, Background.AUTO));
    }

    static ImageRequest request(String prompt, int count, Output output) {
        ImageSize auto =
                new ImageSize(Tier.ONE_K, new Dimensions(1024, 1024), Optional.empty(), true);
        return new ImageRequest(
                "gpt-image-2",
                prompt,
                count,
                auto,
                Quality.LOW,
                output,
                Inputs.NONE.shape(),
                Map.of());
    }

    static ImageRequest sized(ImageRequest request, ImageSize size) {
        return new ImageRequest(
                request.model(),
                request.prompt(),
                request.count(),
                size,
                request.quality(),
                request.output(),
                request.inputs(),
                request.hints());
    }

    static BufferedImage decoded(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
