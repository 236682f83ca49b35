package dev.pixapi.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.account.AccountId;
import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageEncoder;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.Inputs;
import dev.pixapi.input.ImageSource.Inline;
import dev.pixapi.input.Sources.Named;

import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class InputLoaderTest {
    private static final AccountId ACCOUNT = AccountId.of("live:acme");
    private static final byte[] PHOTO = image(ImageFormat.JPEG, 60, 40, false);
    private static final byte[] OPAQUE = image(ImageFormat.PNG, 60, 40, false);
    private static final byte[] MASK = image(ImageFormat.PNG, 60, 40, true);

    private final InputLoader loader = new InputLoader(EmptyStore.reader());

    @Test
    void imagesAndMaskAreLoadedInTheCallersOrder() {
        var inputs = load(List.of(PHOTO, OPAQUE), Optional.of(MASK));

        assertSame(PHOTO, inputs.images().get(0).bytes());
        assertSame(OPAQUE, inputs.images().get(1).bytes());
        assertSame(MASK, inputs.mask().orElseThrow().bytes());
        assertEquals(ImageFormat.JPEG, inputs.images().get(0).info().format());
        assertEquals(new Dimensions(60, 40), inputs.images().get(0).info().dimensions());
    }

    @Test
    void aGenerationLoadsNothing() {
        assertSame(Inputs.NONE, loader.load(ACCOUNT, Sources.NONE));
    }

    @Test
    void anImageThatIsNoneIsRefusedByItsName() {
        var gif = "GIF89a\1\0\1\0\0\0\0;".getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(
                "image[1]",
                "'image[1]' is a GIF; PNG, JPEG and WebP are taken.",
                List.of(PHOTO, gif),
                Optional.empty());
    }

    @Test
    void aMaskThatIsCutIsRefusedByItsName() {
        assertRefused(
                "mask",
                "'mask' ends in the middle.",
                List.of(PHOTO),
                Optional.of(Arrays.copyOf(MASK, MASK.length - 1)));
    }

    @Test
    void aMaskHasAnAlphaChannelWhateverItsFormat() {
        var wrong =
                "'mask' must be a PNG or WebP with an alpha channel, transparent where to edit.";
        assertRefused("mask", wrong, List.of(PHOTO), Optional.of(PHOTO));
        assertRefused("mask", wrong, List.of(PHOTO), Optional.of(OPAQUE));
        var opaqueWebp = image(ImageFormat.WEBP, 60, 40, false);
        assertRefused("mask", wrong, List.of(PHOTO), Optional.of(opaqueWebp));
        var webp = image(ImageFormat.WEBP, 60, 40, true);
        assertSame(webp, load(List.of(PHOTO), Optional.of(webp)).mask().orElseThrow().bytes());
    }

    @Test
    void aMaskHasTheSizeOfTheFirstImage() {
        assertRefused(
                "mask",
                "'mask' is 40x60, but the first image is 60x40: they must be alike.",
                List.of(PHOTO, image(ImageFormat.PNG, 40, 60, false)),
                Optional.of(image(ImageFormat.PNG, 40, 60, true)));
    }

    @Test
    void imagesTogetherAreAtMost64Megabytes() {
        var most = 64 * 1024 * 1024;
        var half = padded(PHOTO, most / 2);
        assertEquals(2, load(List.of(half, half), Optional.empty()).images().size());
        assertRefused(
                "mask",
                "'mask' is one too many: all images of a request together are at most 64 MB.",
                List.of(half, padded(PHOTO, most / 2 - MASK.length + 1)),
                Optional.of(MASK));
    }

    private static byte[] padded(byte[] image, int length) {
        return Arrays.copyOf(image, length);
    }

    private void assertRefused(
            String parameter, String message, List<byte[]> images, Optional<byte[]> mask) {
        var refusal = assertThrows(ApiException.class, () -> load(images, mask));
        assertEquals(ErrorCode.INVALID_IMAGE, refusal.code());
        assertEquals(400, refusal.code().status());
        assertEquals(Optional.of(parameter), refusal.parameter());
        assertEquals(message, refusal.getMessage());
    }

    private Inputs load(List<byte[]> images, Optional<byte[]> mask) {
        var named =
                IntStream.range(0, images.size())
                        .mapToObj(i -> new Named("image[" + i + "]", new Inline(images.get(i))))
                        .toList();
        var sources = new Sources(named, mask.map(m -> new Named("mask", new Inline(m))));
        return loader.load(ACCOUNT, sources);
    }

    private static byte[] image(ImageFormat format, int width, int height, boolean alpha) {
        var type = alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        return new ImageEncoder().encode(new BufferedImage(width, height, type), format, 90);
    }
}
