package dev.pixapi.image;

import java.util.Arrays;
import java.util.Optional;

/** The image formats that Pixapi delivers, as {@code output_format} names them. */
public enum ImageFormat {
    PNG("png", "image/png", "png"),
    JPEG("jpeg", "image/jpeg", "jpg"),
    WEBP("webp", "image/webp", "webp");

    private final String wireName;
    private final String mediaType;
    private final String fileExtension;

    ImageFormat(String wireName, String mediaType, String fileExtension) {
        this.wireName = wireName;
        this.mediaType = mediaType;
        this.fileExtension = fileExtension;
    }

    /** The format with this wire name; names are lower case, as in OpenAI's API. */
    public static Optional<ImageFormat> named(String wireName) {
        return Arrays.stream(values())
                .filter(format -> format.wireName.equals(wireName))
                .findFirst();
    }

    /** The format of this media type, as {@link #mediaType} writes it. */
    public static Optional<ImageFormat> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equals(mediaType))
                .findFirst();
    }

    /** The name in requests and replies: {@code png}, {@code jpeg} or {@code webp}. */
    public String wireName() {
        return wireName;
    }

    /** The media type for a Content-Type header. */
    public String mediaType() {
        return mediaType;
    }

    /** The end of a file name, without the dot. */
    public String fileExtension() {
        return fileExtension;
    }

    /** True if a pixel can be transparent in this format. */
    public boolean hasTransparency() {
        return this != JPEG;
    }
}
