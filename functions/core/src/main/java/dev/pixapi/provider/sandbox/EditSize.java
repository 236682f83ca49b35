package dev.pixapi.provider.sandbox;

import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageSize;

/** How large an edit is. */
final class EditSize {
    private EditSize() {}

    /**
     * The size that is asked for. Where it is left to the model: the picture's own, or the largest
     * of its shape that the model makes.
     */
    static Dimensions of(ImageSize asked, Dimensions picture) {
        if (!asked.auto()) {
            return asked.dimensions();
        }
        // A tier's long edge is half as long again as its square's.
        double longest = 1.5 * asked.tier().edge();
        double scale = Math.min(1, longest / picture.longEdge());
        scale = Math.min(scale, Math.sqrt(Decoder.MOST_PIXELS / (double) picture.pixels()));
        return new Dimensions(side(picture.width(), scale), side(picture.height(), scale));
    }

    private static int side(int length, double scale) {
        return Math.max(1, (int) (length * scale));
    }
}
