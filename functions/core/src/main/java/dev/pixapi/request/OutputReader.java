package dev.pixapi.request;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.api.Parameters;
import dev.pixapi.catalog.Model;
import dev.pixapi.image.Background;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.Output;

import java.util.Arrays;
import java.util.Optional;

/** Reads which file is asked for: format, compression, background. */
final class OutputReader {
    private OutputReader() {}

    static Output read(Parameters parameters, Model model) {
        var format = format(parameters);
        var known = format.orElse(ImageFormat.PNG);
        return new Output(
                format, compression(parameters, known), background(parameters, model, known));
    }

    private static Optional<ImageFormat> format(Parameters parameters) {
        var known = Arrays.stream(ImageFormat.values()).map(ImageFormat::wireName).toList();
        return parameters.choice("output_format", known).flatMap(ImageFormat::named);
    }

    private static Optional<Integer> compression(Parameters parameters, ImageFormat format) {
        var compression = parameters.integer("output_compression", 0, 100);
        if (compression.isPresent() && format == ImageFormat.PNG) {
            throw ApiException.at(
                    "output_compression",
                    ErrorCode.UNSUPPORTED_PARAMETER,
                    "'output_compression' goes with output_format jpeg or webp.");
        }
        return compression;
    }

    private static Background background(Parameters parameters, Model model, ImageFormat format) {
        var known = Arrays.stream(Background.values()).map(Background::wireName).toList();
        var background =
                parameters
                        .choice("background", known)
                        .map(Background::named)
                        .orElse(Background.AUTO);
        if (!model.backgrounds().contains(background)) {
            throw ApiException.at(
                    "background",
                    ErrorCode.UNSUPPORTED_PARAMETER,
                    model.id() + " makes no " + background.wireName() + " background.");
        }
        if (background == Background.TRANSPARENT && !format.hasTransparency()) {
            throw Parameters.invalid(
                    "background", "is transparent, which jpeg cannot be: ask for png or webp");
        }
        return background;
    }
}
