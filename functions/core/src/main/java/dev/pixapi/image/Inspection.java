package dev.pixapi.image;

/** The verdict on a file that a caller hands in as an image. */
public sealed interface Inspection {
    /**
     * One whole picture and nothing else.
     *
     * @param transparency true when its pixels carry alpha, whether or not one of them is clear
     */
    record Sound(ImageInfo info, boolean transparency) implements Inspection {}

    /**
     * No image that is taken.
     *
     * @param reason for the caller, to be read behind the name of a parameter: {@code ends in the
     *     middle}
     */
    record Unsound(String reason) implements Inspection {}
}
