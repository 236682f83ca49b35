package dev.pixapi.local.upstream;

import dev.pixapi.image.ImageEncoder;
import dev.pixapi.image.ImageFormat;

import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.Random;

/** The double as a provider of images that do not compress: four of three megabytes. */
public final class NoisyPictures {
    private static final int SIDE = 1024;
    private static final String NOISE = noise();

    private NoisyPictures() {}

    /** Four, whatever was asked. */
    public static Behaviour four() {
        return Images.base64(NOISE, NOISE, NOISE, NOISE);
    }

    private static String noise() {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        for (var y = 0; y < SIDE; y++) {
            for (var x = 0; x < SIDE; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return Base64.getEncoder()
                .encodeToString(new ImageEncoder().encode(image, ImageFormat.PNG, 100));
    }
}
