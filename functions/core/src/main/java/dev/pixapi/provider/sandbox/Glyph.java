package dev.pixapi.provider.sandbox;

import java.awt.Shape;

/**
 * A letter that a font has.
 *
 * @param face which font of a typeface it is from, from 0; letters of two fonts are not kerned
 * @param number its place in that font
 */
record Glyph(Shape outline, double advance, int face, int number) implements Letter {}
