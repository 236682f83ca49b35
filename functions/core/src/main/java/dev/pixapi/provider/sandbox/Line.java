package dev.pixapi.provider.sandbox;

/**
 * Some letters of a paragraph on one line; no spaces at its ends.
 *
 * @param cut true if the text goes on unseen: an ellipsis follows
 */
record Line(Paragraph paragraph, int from, int to, boolean cut) {

    double width(double tracking) {
        return paragraph.width(from, to, tracking);
    }
}
