package dev.pixapi.input;

import dev.pixapi.account.AccountId;
import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageInspector;
import dev.pixapi.image.InputImage;
import dev.pixapi.image.Inputs;
import dev.pixapi.input.Sources.Named;

import java.util.ArrayList;
import java.util.List;

/**
 * Gets the images that an edit starts from, and looks at what they are: by their bytes, never by
 * what they are called, and by their headers, without decoding them.
 */
public final class InputLoader {
    private static final long MOST_PIXELS = 50_000_000;

    private final SourceReader reader;

    public InputLoader(SourceReader reader) {
        this.reader = reader;
    }

    /**
     * @throws ApiException naming the first image that is not to be had, or is not what it must be
     */
    public Inputs load(AccountId account, Sources sources) {
        if (sources.areNone()) {
            return Inputs.NONE;
        }
        var named = new ArrayList<>(sources.images());
        sources.mask().ifPresent(named::add);
        var read = reader.read(account, named);
        var images = new ArrayList<InputImage>();
        for (var i = 0; i < named.size(); i++) {
            images.add(inspected(named.get(i), read.get(i)));
        }
        var mask = sources.mask().map(_ -> images.removeLast());
        mask.ifPresent(m -> checkMask(m, images.getFirst().info().dimensions()));
        return new Inputs(List.copyOf(images), mask);
    }

    private static InputImage inspected(Named named, byte[] bytes) {
        var info =
                ImageInspector.inspect(bytes)
                        .orElseThrow(
                                () -> invalid(named.parameter(), "is no PNG, JPEG or WebP image"));
        if (info.dimensions().pixels() > MOST_PIXELS) {
            throw invalid(named.parameter(), "has more than 50 megapixels");
        }
        return new InputImage(bytes, info);
    }

    private static void checkMask(InputImage mask, Dimensions image) {
        if (!mask.info().format().hasTransparency()) {
            throw invalid("mask", "must be a PNG or WebP image, transparent where to edit");
        }
        if (!mask.info().dimensions().equals(image)) {
            throw invalid(
                    "mask",
                    "is %s, but the first image is %s: they must be alike"
                            .formatted(mask.info().dimensions(), image));
        }
    }

    private static ApiException invalid(String parameter, String what) {
        return ApiException.at(
                parameter, ErrorCode.INVALID_IMAGE, "'" + parameter + "' " + what + ".");
    }
}
