package dev.pixapi.provider.sandbox;

import dev.pixapi.image.ImageRequest;
import dev.pixapi.image.Inputs;
import dev.pixapi.provider.ProviderOutcome;
import dev.pixapi.provider.ProviderOutcome.Images;
import dev.pixapi.provider.TestingCalls;

import java.awt.image.BufferedImage;

/** The sandbox, asked for edits. */
final class TestingEdits {
    private final SandboxProvider sandbox = new SandboxProvider();

    ProviderOutcome outcome(ImageRequest request, Inputs inputs) {
        try {
            return sandbox.generate(TestingCalls.of(request, inputs));
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** One of the images that come, from 0. */
    byte[] file(ImageRequest request, Inputs inputs, int index) {
        Images images = (Images) outcome(request, inputs);
        return images.images().get(index).bytes();
    }

    /** The first image, decoded by Java itself: PNG or JPEG. */
    BufferedImage picture(ImageRequest request, Inputs inputs) {
        return TestingPictures.decoded(file(request, inputs, 0));
    }
}
