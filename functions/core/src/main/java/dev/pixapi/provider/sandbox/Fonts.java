package dev.pixapi.provider.sandbox;

import java.util.List;

/** The two weights that a poster is set in. */
record Fonts(Typeface display, Typeface text) {

    static Fonts load() {
        return new Fonts(
                new Typeface(List.of("Inter-SemiBold.ttf", "Heebo-SemiBold.ttf")),
                new Typeface(List.of("Inter-Medium.ttf", "Heebo-SemiBold.ttf")));
    }

    Typeface of(TypeStyle style) {
        return style.display() ? display : text;
    }
}
