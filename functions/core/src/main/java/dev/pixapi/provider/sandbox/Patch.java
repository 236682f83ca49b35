package dev.pixapi.provider.sandbox;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/** What is seen through a hole: a scene of its own, with the prompt where there is room for it. */
final class Patch {
    /** Smaller room than this, in pixels, is left without words. */
    private static final double LEAST_WIDTH = 120;

    private static final double LEAST_HEIGHT = 60;

    /** The size of the type, as a share of that on a poster as large as the room. */
    private static final double TYPE = 0.6;

    /** How much of the colours around it the scene takes on. */
    private static final float AMBIENCE = 0.08f;

    private final Hole hole;
    private final Frame frame;
    private final Palette palette;
    private final int ambient;
    private final BufferedImage scene;

    /**
     * @param poster of the size of the hole's bounds
     * @param around the mean colour of what stays around the hole
     */
    Patch(Poster poster, Hole hole, Lab around, Fonts fonts) {
        this.hole = hole;
        this.frame = Frame.of(poster.width(), poster.height()).onItsCentre();
        this.palette = Palette.pickApart(PosterSeed.palette(poster), around);
        this.ambient = around.toRgb();
        this.scene = new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_RGB);
        Lettering words = words(poster, fonts);
        paint(new Backdrop(poster, frame, palette, words));
        Graphics2D pen = LineWork.smoothPen(scene);
        pen.setColor(new Color(palette.ink()));
        words.shapes().forEach(pen::fill);
        pen.dispose();
    }

    private Lettering words(Poster poster, Fonts fonts) {
        Box room = hole.room().moved(-hole.bounds().x(), -hole.bounds().y());
        List<String> text = Prose.paragraphs(poster.prompt());
        if (room.width() < LEAST_WIDTH || room.height() < LEAST_HEIGHT || text.isEmpty()) {
            return Lettering.NONE;
        }
        Frame small = Frame.of((int) room.width(), (int) room.height()).scaled(TYPE);
        List<SetLine> lines = new TypeSetter(small, fonts).set(text, room);
        List<Shape> shapes = lines.stream().<Shape>map(SetLine::outline).toList();
        Box all = lines.stream().map(SetLine::ground).reduce(Box::union).orElseThrow();
        return new Lettering(shapes, List.of(all), Optional.of(all));
    }

    private void paint(Backdrop backdrop) {
        EdgeShadow shadow = new EdgeShadow(hole);
        int[] pixels = PosterPainter.pixels(scene);
        for (int y = 0; y < frame.height(); y++) {
            backdrop.paintRow(y, pixels, y * frame.width());
            for (int x = 0; x < frame.width(); x++) {
                int at = y * frame.width() + x;
                pixels[at] = Blend.lit(pixels[at], shadow.light(x, y), ambient, AMBIENCE);
            }
        }
    }

    /** Lays prints on the scene, whose places are in pixels of the whole picture. */
    void lay(Prints prints) {
        Graphics2D pen = LineWork.smoothPen(scene);
        pen.translate(-hole.bounds().x(), -hole.bounds().y());
        prints.draw(pen);
        pen.dispose();
    }

    /** Puts the scene behind the picture: pixels that stay are not touched. */
    void fill(Pixels picture) {
        int left = (int) hole.bounds().x();
        int top = (int) hole.bounds().y();
        int[] pixels = PosterPainter.pixels(scene);
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                int kept = hole.kept(left + x, top + y);
                if (kept != 0xff) {
                    int at = (top + y) * picture.width() + left + x;
                    int under = 0xff000000 | pixels[y * frame.width() + x];
                    picture.argb()[at] = Blend.mix(under, picture.argb()[at], kept);
                }
            }
        }
    }
}
