package dev.pixapi.catalog;

import dev.pixapi.catalog.Route.Abilities;
import dev.pixapi.image.Background;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.json.Fields;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the ways to a model. A route can do what its model can, but for what its own {@code can}
 * says: {@code {"generates": false, "inputs": 1, "mask": false, "transparent": false, "formats":
 * ["png"]}}.
 */
final class RouteReader {
    private static final int LONGEST_SECONDS = 240;

    private RouteReader() {}

    /**
     * {@code {"images": 16, "mask": true}}, and {@code "resizes": false} where the result has the
     * shape of the first image; absent for a model that makes no edits.
     */
    static Editing editing(Fields model) {
        if (!model.has("inputs")) {
            return Editing.NONE;
        }
        var inputs = model.object("inputs");
        return new Editing(
                Math.toIntExact(inputs.number("images")),
                inputs.flag("mask", false),
                inputs.flag("resizes", true));
    }

    static List<Route> routes(Fields model) {
        return model.objects("routes").stream().map(route -> route(model, route)).toList();
    }

    private static Route route(Fields model, Fields route) {
        return new Route(
                route.string("provider"),
                route.string("model"),
                abilities(model, route.has("can") ? route.object("can") : Fields.EMPTY),
                timeout(route));
    }

    private static Abilities abilities(Fields model, Fields can) {
        var editing = editing(model);
        var transparent = model.strings("backgrounds").contains(Background.TRANSPARENT.wireName());
        return new Abilities(
                can.flag("generates", model.strings("operations").contains("generations")),
                can.has("inputs") ? Math.toIntExact(can.number("inputs")) : editing.images(),
                can.flag("mask", editing.mask()),
                can.flag("transparent", transparent),
                can.has("formats") ? formats(can) : EnumSet.allOf(ImageFormat.class));
    }

    private static Set<ImageFormat> formats(Fields can) {
        var formats = EnumSet.noneOf(ImageFormat.class);
        can.strings("formats").forEach(name -> formats.add(format(name)));
        return formats;
    }

    private static ImageFormat format(String name) {
        return ImageFormat.named(name)
                .orElseThrow(() -> new IllegalArgumentException(name + " is no format"));
    }

    private static Optional<Duration> timeout(Fields route) {
        if (!route.has("timeout_seconds")) {
            return Optional.empty();
        }
        var seconds = route.number("timeout_seconds");
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw new IllegalArgumentException(
                    "timeout_seconds must be from 1 to " + LONGEST_SECONDS);
        }
        return Optional.of(Duration.ofSeconds(seconds));
    }
}
