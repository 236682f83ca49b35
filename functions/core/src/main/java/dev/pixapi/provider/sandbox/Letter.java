package dev.pixapi.provider.sandbox;

import java.awt.Shape;

/** One character as a shape. Lengths are in em: 1 is the size of the type. */
sealed interface Letter permits Glyph, Chip {

    /** The shape; y grows downwards from the base line. */
    Shape outline();

    /** How far the pen moves on. */
    double advance();
}
