package dev.pixapi.provider.sandbox;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.KerningSubtable;
import org.apache.fontbox.ttf.KerningTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Letters from fonts that lie beside this class, read without the platform's own text support (see
 * ADR 7). Safe for use by several threads.
 */
final class Typeface {
    private final List<Face> faces = new ArrayList<>();
    private final Map<Integer, Glyph> glyphs = new ConcurrentHashMap<>();

    /** A font and the tables that are asked for each letter. */
    private record Face(
            TrueTypeFont font, CmapLookup characters, Optional<KerningSubtable> pairs, double em) {

        double kerning(int left, int right) {
            return pairs.map(table -> table.getKerning(left, right) / em).orElse(0.0);
        }
    }

    /** The first font that has a character provides it. */
    Typeface(List<String> resources) {
        for (String resource : resources) {
            faces.add(open(resource));
        }
    }

    private static Face open(String resource) {
        try (InputStream bytes = Typeface.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalStateException("the font is missing: " + resource);
            }
            TrueTypeFont font = new TTFParser().parseEmbedded(bytes);
            Optional<KerningSubtable> pairs =
                    Optional.ofNullable(font.getKerning())
                            .map(KerningTable::getHorizontalKerningSubtable);
            return new Face(font, font.getUnicodeCmapLookup(), pairs, font.getUnitsPerEm());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the font is damaged: " + resource, unreadable);
        }
    }

    /** The letter for a character; a chip with the character's code where no font has it. */
    Letter letter(int codePoint) {
        Glyph known = glyphs.get(codePoint);
        if (known != null) {
            return known;
        }
        for (int face = 0; face < faces.size(); face++) {
            int number = faces.get(face).characters.getGlyphId(codePoint);
            if (number != 0) {
                return remember(codePoint, read(face, number));
            }
        }
        return new Chip(codePoint, this);
    }

    private Glyph remember(int codePoint, Glyph glyph) {
        glyphs.put(codePoint, glyph);
        return glyph;
    }

    /** Fonts are read lazily and from one place in a stream, so by one thread at a time. */
    private synchronized Glyph read(int face, int number) {
        Face source = faces.get(face);
        try {
            GlyphData data = source.font.getGlyph().getGlyph(number);
            GeneralPath path = data == null ? new GeneralPath() : data.getPath();
            path.transform(AffineTransform.getScaleInstance(1 / source.em, -1 / source.em));
            return new Glyph(path, source.font.getAdvanceWidth(number) / source.em, face, number);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the font is damaged", unreadable);
        }
    }

    /** What is added between two neighbours so that the gap looks even; mostly below zero. */
    double kerning(Letter left, Letter right) {
        return left instanceof Glyph first
                        && right instanceof Glyph second
                        && first.face() == second.face()
                ? faces.get(first.face()).kerning(first.number(), second.number())
                : 0;
    }
}
