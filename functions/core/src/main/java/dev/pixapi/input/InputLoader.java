package dev.pixapi.input;

import dev.pixapi.account.AccountId;
import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageInspector;
import dev.pixapi.image.InputImage;
import dev.pixapi.image.Inputs;
import dev.pixapi.image.Inspection.Sound;
import dev.pixapi.image.Inspection.Unsound;
import dev.pixapi.input.Sources.Named;

import java.util.ArrayList;

/**
 * Gets the images that an edit starts from, and looks at what they are: by their bytes, never by
 * what they are called, and by their headers, without decoding them.
 */
public final class InputLoader {
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
        var sound = new ArrayList<Looked>();
        for (var i = 0; i < named.size(); i++) {
            sound.add(look(named.get(i), read.get(i)));
        }
        var mask = sources.mask().map(_ -> sound.removeLast());
        mask.ifPresent(m -> checkMask(m, sound.getFirst().image().info().dimensions()));
        return new Inputs(sound.stream().map(Looked::image).toList(), mask.map(Looked::image));
    }

    /** An image that is whole. */
    private record Looked(String parameter, InputImage image, boolean transparency) {}

    private static Looked look(Named named, byte[] bytes) {
        return switch (ImageInspector.examine(bytes)) {
            case Sound(var info, var transparency) ->
                    new Looked(named.parameter(), new InputImage(bytes, info), transparency);
            case Unsound(var reason) -> throw invalid(named.parameter(), reason);
        };
    }

    private static void checkMask(Looked mask, Dimensions image) {
        if (!mask.transparency()) {
            throw invalid(
                    mask.parameter(),
                    "must be a PNG or WebP with an alpha channel, transparent where to edit");
        }
        var size = mask.image().info().dimensions();
        if (!size.equals(image)) {
            throw invalid(
                    mask.parameter(),
                    "is %s, but the first image is %s: they must be alike".formatted(size, image));
        }
    }

    private static ApiException invalid(String parameter, String what) {
        return ApiException.at(
                parameter, ErrorCode.INVALID_IMAGE, "'" + parameter + "' " + what + ".");
    }
}
