package dev.pixapi.image;

/**
 * What an edit starts from, before a byte of it is looked at.
 *
 * @param images how many; none for a generation
 * @param mask whether one of them says where to edit
 */
public record InputShape(int images, boolean mask) {
    public static final InputShape NONE = new InputShape(0, false);

    public boolean isEdit() {
        return images > 0;
    }
}
