package dev.pixapi.provider.sandbox;

import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageSize;
import dev.pixapi.image.InputImage;
import dev.pixapi.image.Inputs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an edit is painted from, as far as it can be decoded. */
sealed interface Originals {

    /**
     * All of it.
     *
     * @param base the first image, in the size of the edit
     * @param hole where the mask lets the base be changed; empty where there is no mask
     */
    record Decoded(Pixels base, Optional<Hole> hole, Prints prints) implements Originals {}

    /** An input that is no picture. */
    record Damaged(String parameter) implements Originals {}

    /**
     * Decodes what a caller handed in, one image after the other. A photo's mask is taken to be
     * made on its pixels as they are stored, so it is turned with them.
     */
    static Originals read(Inputs inputs, ImageSize asked) {
        InputImage first = inputs.images().getFirst();
        Orientation turn = Decoder.orientation(first);
        Dimensions size = EditSize.of(asked, turn.upright(first.info().dimensions()));
        Optional<Pixels> base = Decoder.read(first, turn, size);
        if (base.isEmpty()) {
            return new Damaged("image");
        }
        Optional<Pixels> mask = inputs.mask().flatMap(file -> Decoder.read(file, turn, size));
        if (mask.isPresent() != inputs.mask().isPresent()) {
            return new Damaged("mask");
        }
        Optional<Hole> hole = mask.map(Hole::in);
        Box place = hole.map(Prints::place).orElseGet(() -> Prints.place(size));
        return prints(inputs.images().subList(1, inputs.images().size()), place)
                .<Originals>map(prints -> new Decoded(base.get(), hole, prints))
                .orElse(new Damaged("image"));
    }

    /** Empty when one cannot be decoded; pictures too small to be seen are decoded nonetheless. */
    private static Optional<Prints> prints(List<InputImage> further, Box place) {
        int side = Prints.side(further.size(), place);
        List<Pixels> pictures = new ArrayList<>();
        for (InputImage input : further) {
            Optional<Pixels> picture =
                    Decoder.read(input, Decoder.orientation(input), new Dimensions(side, side));
            if (picture.isEmpty()) {
                return Optional.empty();
            }
            pictures.add(picture.get());
        }
        return Optional.of(new Prints(pictures, place));
    }
}
