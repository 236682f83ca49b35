package dev.pixapi.provider.sandbox;

import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is drawn in ink.
 *
 * @param shapes letters, marks and hairlines, in pixels of the frame
 * @param grounds the places under them where the picture has to keep quiet
 * @param prompt the place of the prompt, around which the picture calms down, if there is one
 */
record Lettering(List<Shape> shapes, List<Box> grounds, Optional<Box> prompt) {
    static final Lettering NONE = new Lettering(List.of(), List.of(), Optional.empty());

    /** Many small lines are one place, a few large ones keep their own outline. */
    private static final int MOST_PLACES = 9;

    static Lettering of(Poster poster, Frame frame, Fonts fonts) {
        double margin = frame.margin();
        double inner = frame.width() - 2 * margin;
        Footer footer = new Footer(poster, frame, fonts);
        double footerTop = frame.height() - margin - footer.height();
        List<Shape> shapes = new ArrayList<>(footer.shapes(margin, frame.height() - margin));
        List<Box> grounds = new ArrayList<>();
        grounds.add(new Box(margin, footerTop, inner, footer.height()));

        double bottom = footerTop - 0.03 * frame.scale();
        Box room = new Box(margin, margin, inner, bottom - margin);
        List<String> text = room.height() > 0 ? Prose.paragraphs(poster.prompt()) : List.of();
        List<SetLine> lines = new TypeSetter(frame, fonts).set(text, room);
        lines.forEach(line -> shapes.add(line.outline()));
        List<Box> places = lines.stream().map(SetLine::ground).toList();
        Box all = places.stream().reduce(Box::union).orElse(grounds.getFirst());
        grounds.addAll(places.size() <= MOST_PLACES ? places : List.of(all));
        return new Lettering(shapes, grounds, Optional.of(all));
    }
}
