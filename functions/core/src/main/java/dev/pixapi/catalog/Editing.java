package dev.pixapi.catalog;

/**
 * What a model's edits may start from, and end with.
 *
 * @param images the most; none for a model that makes no edits
 * @param mask whether one may say where to edit
 * @param resizes whether the result may have another size than the first image
 */
public record Editing(int images, boolean mask, boolean resizes) {
    static final Editing NONE = new Editing(0, false, false);

    public boolean isPossible() {
        return images > 0;
    }
}
