package dev.pixapi.provider.sandbox;

import dev.pixapi.provider.sandbox.Originals.Decoded;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/**
 * Paints edits. Without a mask a picture is given the colours of the prompt, with a small card that
 * shows it; with a mask something new is seen through it, and what the mask protects stays as it is
 * to the last bit. The same request gives the same pixels in every process.
 */
final class EditPainter {
    private static final int WHITE = 0xffffff;

    private final Fonts fonts;

    EditPainter(Fonts fonts) {
        this.fonts = fonts;
    }

    /**
     * The edit; its type is INT_ARGB where it may be transparent, INT_RGB where not.
     *
     * @param poster of the size of the base
     * @param alpha whether pixels of the base that can be seen through may stay so under a mask
     */
    BufferedImage paint(Decoded originals, Poster poster, boolean alpha) {
        return originals
                .hole()
                .map(hole -> patched(originals, hole, poster, alpha))
                .orElseGet(() -> regraded(originals, poster));
    }

    private BufferedImage patched(Decoded originals, Hole hole, Poster poster, boolean alpha) {
        Pixels base = originals.base();
        boolean keeps = alpha && !base.isOpaque();
        BufferedImage image = image(base, keeps);
        Pixels picture = new Pixels(PosterPainter.pixels(image), base.width(), base.height());
        for (int i = 0; i < picture.argb().length; i++) {
            int pixel = base.argb()[i];
            picture.argb()[i] = keeps ? pixel : Blend.over(WHITE, pixel);
        }
        if (!hole.isEmpty()) {
            Box bounds = hole.bounds();
            Poster inside = poster.sized((int) bounds.width(), (int) bounds.height());
            Patch patch = new Patch(inside, hole, Tint.around(hole, base), fonts);
            patch.lay(originals.prints());
            patch.fill(picture);
        }
        return image;
    }

    private BufferedImage regraded(Decoded originals, Poster poster) {
        Pixels base = originals.base();
        boolean opaque = base.isOpaque();
        Frame frame = Frame.of(base.width(), base.height());
        Palette palette = Palette.pickApart(PosterSeed.palette(poster), Tint.of(base));
        BufferedImage image = image(base, poster.transparent());
        int[] pixels = PosterPainter.pixels(image);
        new Regrade(poster, frame, palette).paint(base, pixels);
        if (opaque && poster.transparent()) {
            cutOut(pixels, Card.of(base.width(), base.height()));
        } else if (!opaque && !poster.transparent()) {
            putBehind(pixels, new Backdrop(poster, frame, palette, Lettering.NONE), frame);
        }
        Graphics2D pen = LineWork.smoothPen(image);
        originals.prints().draw(pen);
        Caption.of(poster, frame, palette, fonts).ifPresent(card -> card.draw(pen, palette));
        pen.dispose();
        return image;
    }

    private static BufferedImage image(Pixels base, boolean alpha) {
        int type = alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        return new BufferedImage(base.width(), base.height(), type);
    }

    private static void cutOut(int[] pixels, Card card) {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = card.pixel(i % card.width(), i / card.width(), pixels[i]);
        }
    }

    /** Where the picture can be seen through, the poster's own scene is seen. */
    private static void putBehind(int[] pixels, Backdrop backdrop, Frame frame) {
        int[] row = new int[frame.width()];
        for (int y = 0; y < frame.height(); y++) {
            backdrop.paintRow(y, row, 0);
            for (int x = 0; x < row.length; x++) {
                int at = y * row.length + x;
                pixels[at] = Blend.over(row[x], pixels[at]);
            }
        }
    }
}
