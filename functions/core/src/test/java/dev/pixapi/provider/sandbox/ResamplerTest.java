package dev.pixapi.provider.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.awt.image.BufferedImage;
import java.util.Arrays;

final class ResamplerTest {

    @ParameterizedTest
    @CsvSource({"10, 10", "97, 13", "640, 480", "1, 1", "1, 300", "33, 100"})
    void aPlainPictureStaysPlain(int width, int height) {
        BufferedImage plain = TestingPictures.picture(2, 33, 100, (_, _) -> 0x80123456);
        Pixels scaled = Resampler.cover(new SourceRows(plain), width, height);
        assertTrue(Arrays.stream(scaled.argb()).allMatch(pixel -> pixel == 0x80123456));
    }

    @Test
    void aShrunkPixelIsTheMeanOfWhatItStandsFor() {
        BufferedImage chess =
                TestingPictures.picture(1, 400, 400, (x, y) -> (x + y) % 2 == 0 ? 0xffffff : 0);
        Pixels grey = Resampler.cover(new SourceRows(chess), 50, 50);
        for (int pixel : grey.argb()) {
            assertEquals(127.5, pixel & 0xff, 3);
        }
    }

    @Test
    void whatCannotBeSeenHasNoShareInTheColour() {
        BufferedImage half =
                TestingPictures.picture(2, 200, 10, (x, _) -> x < 100 ? 0x00ff0000 : 0xff0000ff);
        Pixels scaled = Resampler.cover(new SourceRows(half), 20, 1);
        assertTrue(Arrays.stream(scaled.argb()).allMatch(pixel -> (pixel & 0xff0000) == 0));
        assertEquals(0, scaled.at(0, 0));
        assertEquals(0xff0000ff, scaled.at(19, 0));
    }

    @Test
    void aBlendCountsEachPixelByItsAlpha() {
        assertEquals(0xff102030, Blend.mix(0xffffffff, 0xff102030, 255));
        assertEquals(0xffffffff, Blend.mix(0xffffffff, 0xff102030, 0));
        assertEquals(0xff808080, Blend.mix(0xff000000, 0xffffffff, 128));
        assertEquals(0x80ff0000, Blend.mix(0x00ffffff, 0xffff0000, 128));
        assertEquals(0, Blend.mix(0x00ffffff, 0x00ff0000, 128));
    }
}
