package dev.pixapi.provider.sandbox;

/** The soft shadow that what stays throws into a hole, as if it were cut out of card. */
final class EdgeShadow {
    private static final float STRENGTH = 0.5f;

    private final int width;
    private final int height;
    private final int reach;
    private byte[] cover;

    EdgeShadow(Hole hole) {
        Box bounds = hole.bounds();
        this.width = (int) bounds.width();
        this.height = (int) bounds.height();
        this.reach = Math.max(1, (int) (0.016 * Math.sqrt((double) width * height)));
        this.cover = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int kept = hole.kept((int) bounds.x() + x, (int) bounds.y() + y);
                cover[y * width + x] = (byte) kept;
            }
        }
        for (int pass = 0; pass < 2; pass++) {
            cover = blurred(new Line(1, width, bounds.x() == 0, hole.reachesRight()), width);
            cover = blurred(new Line(width, height, bounds.y() == 0, hole.reachesBottom()), 1);
        }
    }

    /**
     * A row or a column.
     *
     * @param step from one of its pixels to the next
     * @param openStart true when the picture ends where the line starts: nothing throws a shadow
     *     from there
     */
    private record Line(int step, int length, boolean openStart, boolean openEnd) {}

    /** A mean over neighbours along each line; where the picture goes on, everything stays. */
    private byte[] blurred(Line line, int stride) {
        byte[] target = new byte[cover.length];
        for (int start = 0; start < cover.length / line.length * stride; start += stride) {
            int sum = 0;
            for (int i = -reach; i <= reach; i++) {
                sum += value(line, start, i);
            }
            for (int i = 0; i < line.length; i++) {
                target[start + i * line.step] = (byte) (sum / (2 * reach + 1));
                sum += value(line, start, i + reach + 1) - value(line, start, i - reach);
            }
        }
        return target;
    }

    private int value(Line line, int start, int place) {
        boolean before = place < 0;
        boolean behind = place >= line.length;
        if ((before && !line.openStart) || (behind && !line.openEnd)) {
            return 0xff;
        }
        int nearest = Math.clamp(place, 0, line.length - 1);
        return cover[start + nearest * line.step] & 0xff;
    }

    /** The share of light that reaches the pixel, which is counted from the bounds' corner. */
    float light(int x, int y) {
        int above = Math.max(0, y - reach);
        return 1 - STRENGTH * (cover[above * width + x] & 0xff) / 255;
    }
}
