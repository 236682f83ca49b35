package dev.pixapi.provider.sandbox;

import java.awt.Shape;
import java.util.List;
import java.util.random.RandomGenerator;

/** What stands in the light. A motif paints over the ground, row by row from the top. */
sealed interface Motif permits Ribbons, Orbs, Terraces, Weave, Ridges {

    void paintRow(int y, LabRow row);

    /** Fine lines that are drawn in the palette's light. */
    default List<Shape> lines() {
        return List.of();
    }

    /**
     * Picks a motif.
     *
     * @param choice decides which
     * @param layout decides where things stand
     */
    static Motif pick(Scene scene, RandomGenerator choice, RandomGenerator layout) {
        return switch (choice.nextInt(5)) {
            case 0 -> new Ribbons(scene, layout);
            case 1 -> new Orbs(scene, layout);
            case 2 -> new Terraces(scene, layout);
            case 3 -> new Weave(scene, layout);
            default -> new Ridges(scene, layout);
        };
    }
}
