package dev.pixapi.provider.sandbox;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;

/** How much of each pixel fine lines cover. */
final class LineWork {
    private final int width;
    private final byte[] cover;

    LineWork(Frame frame, List<Shape> lines) {
        this.width = frame.width();
        if (lines.isEmpty()) {
            this.cover = new byte[0];
            return;
        }
        BufferedImage mask = new BufferedImage(width, frame.height(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = smoothPen(mask);
        pen.setColor(Color.WHITE);
        pen.setStroke(new BasicStroke((float) Math.max(0.9, 0.00125 * frame.scale())));
        lines.forEach(pen::draw);
        pen.dispose();
        this.cover = ((DataBufferByte) mask.getRaster().getDataBuffer()).getData();
    }

    /** A pen that smooths edges and keeps curves where they are. */
    static Graphics2D smoothPen(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return pen;
    }

    /** Strength is 0 to 1: how much of what a line covers it hides. */
    void paintRow(int y, LabRow row, Lab colour, float strength) {
        for (int x = 0; cover.length > 0 && x < width; x++) {
            int covered = cover[y * width + x] & 0xff;
            if (covered > 0) {
                row.mix(x, colour, strength * covered / 255);
            }
        }
    }
}
