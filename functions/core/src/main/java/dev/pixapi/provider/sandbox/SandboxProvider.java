package dev.pixapi.provider.sandbox;

import dev.pixapi.image.Background;
import dev.pixapi.image.ImageEncoder;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.image.Output;
import dev.pixapi.provider.ImageProvider;
import dev.pixapi.provider.ProviderCall;
import dev.pixapi.provider.ProviderImage;
import dev.pixapi.provider.ProviderOutcome;
import dev.pixapi.provider.ProviderOutcome.Images;
import dev.pixapi.provider.ProviderOutcome.Rejected;
import dev.pixapi.provider.ProviderOutcome.Unavailable;
import dev.pixapi.provider.ProviderOutcome.Unknown;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Answers test keys for every model: a real image that shows the prompt, the same for the same
 * request. Words in brackets make it misbehave as providers do.
 */
public final class SandboxProvider implements ImageProvider {
    private final PosterPainter painter = new PosterPainter();
    private final ImageEncoder encoder = new ImageEncoder();

    @Override
    public ProviderOutcome generate(ProviderCall call) throws InterruptedException {
        var began = call.journal().now();
        var outcome = outcome(call);
        call.journal().add(call, outcome, Optional.empty(), began);
        return outcome;
    }

    private ProviderOutcome outcome(ProviderCall call) throws InterruptedException {
        var image = call.image();
        var orders = Misbehaviour.in(image.prompt());
        var late = orders.delay().compareTo(call.timeout()) > 0;
        Thread.sleep(late ? call.timeout() : orders.delay());
        if (late || orders.timeout()) {
            return new Unknown("asked for by the prompt");
        }
        if (orders.reject()) {
            return new Rejected(false);
        }
        return orders.fail()
                ? new Unavailable(false, "asked for by the prompt")
                : images(image, orders);
    }

    private Images images(ImageRequest image, Misbehaviour orders) {
        var count = Math.min(image.count(), orders.most());
        var images =
                IntStream.range(0, count)
                        .mapToObj(i -> orders.corrupt() ? garbage() : paint(image, i))
                        .map(bytes -> new ProviderImage(bytes, Optional.empty()))
                        .toList();
        return new Images(images, Optional.empty(), Optional.empty());
    }

    private byte[] paint(ImageRequest image, int index) {
        var size = image.size().dimensions();
        var output = image.output();
        var poster =
                new Poster(
                        image.model(),
                        image.prompt(),
                        size.width(),
                        size.height(),
                        image.quality().wireName(),
                        output.background() == Background.TRANSPARENT,
                        index);
        return encoder.encode(
                painter.paint(poster),
                output.formatOrPng(),
                output.compression().orElse(Output.DEFAULT_COMPRESSION));
    }

    private static byte[] garbage() {
        return "This is no image.".getBytes(StandardCharsets.US_ASCII);
    }
}
