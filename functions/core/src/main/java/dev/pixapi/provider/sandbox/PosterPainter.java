package dev.pixapi.provider.sandbox;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * Paints posters: a picture made of light and simple shapes with the prompt set on it. The same
 * poster gives the same pixels in every process. Safe for use by several threads.
 */
public final class PosterPainter {
    private final Fonts fonts;

    public PosterPainter() {
        this(Fonts.load());
    }

    PosterPainter(Fonts fonts) {
        this.fonts = fonts;
    }

    /** The picture; its type is INT_ARGB for a transparent poster, INT_RGB for others. */
    public BufferedImage paint(Poster poster) {
        return poster.transparent() ? card(poster) : fullBleed(poster);
    }

    private BufferedImage fullBleed(Poster poster) {
        Frame frame = Frame.of(poster.width(), poster.height());
        BufferedImage image =
                new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_RGB);
        Palette palette = Palette.pick(PosterSeed.palette(poster));
        Lettering lettering = Lettering.of(poster, frame, fonts);
        Backdrop backdrop = new Backdrop(poster, frame, palette, lettering);
        int[] pixels = pixels(image);
        for (int y = 0; y < frame.height(); y++) {
            backdrop.paintRow(y, pixels, y * frame.width());
        }
        draw(image, lettering, palette, 0);
        return image;
    }

    private BufferedImage card(Poster poster) {
        Card card = Card.of(poster.width(), poster.height());
        BufferedImage image =
                new BufferedImage(poster.width(), poster.height(), BufferedImage.TYPE_INT_ARGB);
        Frame frame = Frame.of(card.innerWidth(), card.innerHeight());
        Palette palette = Palette.pick(PosterSeed.palette(poster));
        Lettering lettering = Lettering.of(poster, frame, fonts);
        Backdrop backdrop = new Backdrop(poster, frame, palette, lettering);
        int[] pixels = pixels(image);
        int[] row = new int[poster.width()];
        for (int y = 0; y < poster.height(); y++) {
            Arrays.fill(row, 0);
            int inner = y - card.inset();
            if (inner >= 0 && inner < frame.height()) {
                backdrop.paintRow(inner, row, card.inset());
            }
            for (int x = 0; x < row.length; x++) {
                pixels[y * row.length + x] = card.pixel(x, y, row[x]);
            }
        }
        draw(image, lettering, palette, card.inset());
        return image;
    }

    /** The picture's own array, 0xAARRGGBB: what is written there is painted. */
    static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    private static void draw(BufferedImage image, Lettering lettering, Palette palette, int inset) {
        Graphics2D pen = LineWork.smoothPen(image);
        pen.translate(inset, inset);
        pen.setColor(new Color(palette.ink()));
        lettering.shapes().forEach(pen::fill);
        pen.dispose();
    }
}
