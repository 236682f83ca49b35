package dev.pixapi.provider.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How much each pixel has to keep quiet for the words: 1 under them, falling to 0 around them. */
final class QuietPlaces {
    private final List<Place> places = new ArrayList<>();
    private final float[] row;

    private record Place(Profile across, Profile down, float strength) {}

    /** Around the prompt the picture calms down slowly, under each of its lines for good. */
    QuietPlaces(Frame frame, Lettering words) {
        this.row = new float[frame.width()];
        words.grounds().forEach(ground -> add(frame, ground, 0.1 * frame.scale(), 1));
        words.prompt().ifPresent(box -> add(frame, box, 0.3 * frame.scale(), 0.8f));
    }

    private void add(Frame frame, Box ground, double fade, float strength) {
        places.add(
                new Place(
                        plateau(frame.width(), ground.x(), ground.right(), fade),
                        plateau(frame.height(), ground.y(), ground.bottom(), fade),
                        strength));
    }

    /** 1 from start to end, and a smooth way down to 0 on both sides. */
    private static Profile plateau(int length, double start, double end, double fade) {
        float[] plateau = new float[length];
        for (int i = 0; i < length; i++) {
            double outside = Math.max(Math.max(start - i - 1, i - end), 0);
            plateau[i] = 1 - Curves.smooth(0, (float) fade, (float) outside);
        }
        return new Profile(plateau);
    }

    /** The weights of a row; the array is used again for the next one. */
    float[] row(int y) {
        Arrays.fill(row, 0);
        for (Place place : places) {
            float down = place.strength * place.down.at(y);
            for (int x = 0; down > 0 && x < row.length; x++) {
                row[x] = Math.max(row[x], down * place.across.at(x));
            }
        }
        return row;
    }
}
