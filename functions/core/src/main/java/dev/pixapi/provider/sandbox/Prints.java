package dev.pixapi.provider.sandbox;

import dev.pixapi.image.Dimensions;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * The further images of an edit as small prints in a row, from the right.
 *
 * @param pictures squares of one size
 * @param place in pixels of the whole picture
 */
record Prints(List<Pixels> pictures, Box place) {
    private static final double FRAME = 0.05;
    private static final double PITCH = 1.18;
    private static final int PAPER = 0xfbfaf7;

    /** Prints of fewer pixels a side would only be specks. */
    private static final int SMALLEST = 12;

    /** Where prints go on a picture without a mask: at its upper right, beside the caption. */
    static Box place(Dimensions size) {
        Frame frame = Frame.of(size.width(), size.height());
        double margin = frame.margin();
        double left = Math.max(margin, 0.5 * size.width());
        return new Box(left, margin, size.width() - margin - left, 0.27 * frame.scale());
    }

    /** Where prints go in a hole: in the upper part of its room; the words are below. */
    static Box place(Hole hole) {
        Box room = hole.room();
        return new Box(room.x(), room.y(), room.width(), 0.4 * room.height());
    }

    /** The side of a print, in pixels, when so many stand in a row; at least 1. */
    static int side(int count, Box place) {
        double room = Math.min(place.width() / Math.max(1, count), place.height());
        return Math.max(1, (int) (room / PITCH));
    }

    void draw(Graphics2D pen) {
        int side = pictures.isEmpty() ? 0 : pictures.getFirst().width();
        if (side < SMALLEST) {
            return;
        }
        double border = Math.max(1, FRAME * side);
        for (int i = 0; i < pictures.size(); i++) {
            double back = side + border + (pictures.size() - 1 - i) * PITCH * side;
            int x = (int) (place.right() - back);
            int y = (int) (place.y() + border);
            Box paper = new Box(x - border, y - border, side + 2 * border, side + 2 * border);
            new Plate(paper, border, PAPER).draw(pen);
            pen.drawImage(image(pictures.get(i)), x, y, null);
        }
    }

    private static BufferedImage image(Pixels picture) {
        BufferedImage image =
                new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        return image;
    }
}
