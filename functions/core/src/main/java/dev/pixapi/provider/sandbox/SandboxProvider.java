package dev.pixapi.provider.sandbox;

import dev.pixapi.image.Background;
import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageEncoder;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.image.Output;
import dev.pixapi.provider.ImageProvider;
import dev.pixapi.provider.ProviderCall;
import dev.pixapi.provider.ProviderImage;
import dev.pixapi.provider.ProviderOutcome;
import dev.pixapi.provider.ProviderOutcome.Images;
import dev.pixapi.provider.ProviderOutcome.NotAccepted;
import dev.pixapi.provider.ProviderOutcome.Rejected;
import dev.pixapi.provider.ProviderOutcome.Unavailable;
import dev.pixapi.provider.ProviderOutcome.Unknown;
import dev.pixapi.provider.sandbox.Originals.Damaged;
import dev.pixapi.provider.sandbox.Originals.Decoded;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Answers test keys for every model: a real image that shows the prompt, the same for the same
 * request. Words in brackets make it misbehave as providers do.
 */
public final class SandboxProvider implements ImageProvider {
    private final Fonts fonts = Fonts.load();
    private final PosterPainter painter = new PosterPainter(fonts);
    private final EditPainter editor = new EditPainter(fonts);
    private final ImageEncoder encoder = new ImageEncoder();

    /** An edit holds whole pictures in memory, so they are painted one after the other. */
    private final Semaphore easel = new Semaphore(1, true);

    @Override
    public ProviderOutcome generate(ProviderCall call) throws InterruptedException {
        var began = call.journal().now();
        var outcome = outcome(call);
        call.journal().add(call, outcome, Optional.empty(), began);
        return outcome;
    }

    private ProviderOutcome outcome(ProviderCall call) throws InterruptedException {
        var orders = Misbehaviour.in(call.image().prompt());
        var late = orders.delay().compareTo(call.timeout()) > 0;
        Thread.sleep(late ? call.timeout() : orders.delay());
        if (late || orders.timeout()) {
            return new Unknown("asked for by the prompt");
        }
        if (orders.reject()) {
            return new Rejected(false);
        }
        if (orders.fail()) {
            return new Unavailable(false, "asked for by the prompt");
        }
        return call.inputs().areNone()
                ? images(call.image(), orders, i -> paint(call.image(), i))
                : edit(call.within(call.timeout().minus(orders.delay())), orders);
    }

    private ProviderOutcome edit(ProviderCall call, Misbehaviour orders)
            throws InterruptedException {
        if (!easel.tryAcquire(call.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
            return new Unavailable(true, "other edits are being painted");
        }
        try {
            return switch (Originals.read(call.inputs(), call.image().size())) {
                case Damaged(var parameter) -> new NotAccepted(Optional.of(parameter));
                case Decoded originals ->
                        images(call.image(), orders, i -> edit(call.image(), originals, i));
            };
        } finally {
            easel.release();
        }
    }

    private static Images images(
            ImageRequest image, Misbehaviour orders, IntFunction<byte[]> painted) {
        var count = Math.min(image.count(), orders.most());
        var images =
                IntStream.range(0, count)
                        .mapToObj(i -> orders.corrupt() ? garbage() : painted.apply(i))
                        .map(bytes -> new ProviderImage(bytes, Optional.empty()))
                        .toList();
        return new Images(images, Optional.empty(), Optional.empty());
    }

    private byte[] paint(ImageRequest image, int index) {
        return encode(painter.paint(poster(image, image.size().dimensions(), index)), image);
    }

    private byte[] edit(ImageRequest image, Decoded originals, int index) {
        var base = originals.base();
        var output = image.output();
        var alpha =
                output.formatOrPng().hasTransparency() && output.background() != Background.OPAQUE;
        var poster = poster(image, new Dimensions(base.width(), base.height()), index);
        return encode(editor.paint(originals, poster, alpha), image);
    }

    private static Poster poster(ImageRequest image, Dimensions size, int index) {
        return new Poster(
                image.model(),
                image.prompt(),
                size.width(),
                size.height(),
                image.quality().wireName(),
                image.output().background() == Background.TRANSPARENT,
                index);
    }

    private byte[] encode(BufferedImage picture, ImageRequest image) {
        return encoder.encode(
                picture,
                image.output().formatOrPng(),
                image.output().compression().orElse(Output.DEFAULT_COMPRESSION));
    }

    private static byte[] garbage() {
        return "This is no image.".getBytes(StandardCharsets.US_ASCII);
    }
}
