package dev.pixapi.provider.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.image.Background;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.ImageInfo;
import dev.pixapi.image.ImageInspector;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.image.InputImage;
import dev.pixapi.image.Inputs;
import dev.pixapi.provider.ProviderOutcome;
import dev.pixapi.provider.ProviderOutcome.Images;
import dev.pixapi.provider.ProviderOutcome.NotAccepted;
import dev.pixapi.provider.ProviderOutcome.Rejected;
import dev.pixapi.provider.ProviderOutcome.Unavailable;
import dev.pixapi.provider.ProviderOutcome.Unknown;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The sandbox answers an edit as providers do, well or badly. */
final class SandboxEditTest {
    private static final TestingEdits EDITS = new TestingEdits();
    private static final InputImage PHOTO = TestingPictures.png(TestingPictures.photo(60, 40));
    private static final InputImage MASK = TestingPictures.png(TestingPictures.mask(60, 40, 1));
    private static final Inputs INPUTS = new Inputs(List.of(PHOTO), Optional.of(MASK));

    @Test
    void asManyImagesComeAsAreAskedFor() {
        Images images = (Images) EDITS.outcome(four("Four"), INPUTS);
        assertEquals(4, images.images().size());
        assertEquals(
                4,
                images.images().stream().map(i -> Arrays.hashCode(i.bytes())).distinct().count());
    }

    @Test
    void bracketsMakeEditsMisbehave() {
        assertInstanceOf(Rejected.class, EDITS.outcome(four("[reject]"), INPUTS));
        assertInstanceOf(Unavailable.class, EDITS.outcome(four("[fail]"), INPUTS));
        assertInstanceOf(Unknown.class, EDITS.outcome(four("[timeout]"), INPUTS));
        assertEquals(2, ((Images) EDITS.outcome(four("[partial 2]"), INPUTS)).images().size());
        Images corrupt = (Images) EDITS.outcome(four("[corrupt]"), INPUTS);
        assertTrue(
                corrupt.images().stream()
                        .allMatch(image -> ImageInspector.inspect(image.bytes()).isEmpty()));
    }

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void anInputThatCannotBeDecodedIsNamed(ImageFormat format) {
        InputImage damaged =
                new InputImage(damaged(format), new ImageInfo(format, PHOTO.info().dimensions()));
        assertEquals("image", refused(new Inputs(List.of(damaged), Optional.empty())));
        assertEquals("image", refused(new Inputs(List.of(PHOTO, damaged), Optional.empty())));
        assertEquals("mask", refused(new Inputs(List.of(PHOTO), Optional.of(damaged))));
    }

    @Test
    void theNextEditIsPaintedAfterOneThatCouldNotBeDecoded() {
        InputImage damaged = new InputImage(new byte[9], PHOTO.info());
        refused(new Inputs(List.of(damaged), Optional.empty()));
        assertInstanceOf(Images.class, EDITS.outcome(TestingPictures.request("Next"), INPUTS));
    }

    private static String refused(Inputs inputs) {
        ProviderOutcome outcome = EDITS.outcome(TestingPictures.request("Damaged"), inputs);
        return assertInstanceOf(NotAccepted.class, outcome).parameter().orElseThrow();
    }

    /** The head of a real file, and then nothing that makes sense. */
    private static byte[] damaged(ImageFormat format) {
        byte[] file =
                EDITS.file(
                        TestingPictures.request(
                                "x", 1, TestingPictures.output(format, Background.AUTO)),
                        INPUTS,
                        0);
        byte[] damaged = Arrays.copyOf(file, file.length);
        Arrays.fill(damaged, 20, damaged.length, (byte) 0x5a);
        return damaged;
    }

    private static ImageRequest four(String prompt) {
        return TestingPictures.request(
                prompt, 4, TestingPictures.output(ImageFormat.PNG, Background.AUTO));
    }
}
