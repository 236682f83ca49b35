package dev.pixapi.local.upstream.gemini;

import dev.pixapi.local.upstream.Behaviour;
import dev.pixapi.local.upstream.Fault;
import dev.pixapi.local.upstream.Fault.Ending;

/**
 * A row of the table, with the calls that the provider sees: one for each image, and one more where
 * it says that it made none.
 */
record GeminiFault(Fault fault, int calls) {

    /** Some images, and others that did not come. */
    static GeminiFault delivers(
            int delivered, String name, int asked, int calls, Behaviour upstream) {
        return new GeminiFault(Fault.delivers(delivered, name, asked, upstream), calls);
    }

    /** The safety rules hold back what was made. */
    static GeminiFault heldBack(String name, Behaviour upstream) {
        return of(new Fault(name, 1, upstream, new Ending(422, "output_rejected", false, 0)));
    }

    /** No image, twice. */
    static GeminiFault inVain(String name, Behaviour upstream) {
        return new GeminiFault(Fault.unavailable(name, upstream), 2);
    }

    /** One image of one call. */
    static GeminiFault of(Fault fault) {
        return new GeminiFault(fault, 1);
    }

    /** None of these images comes; the worst of the outcomes is what the caller is told. */
    static GeminiFault together(
            String name, int asked, int calls, Ending ending, Behaviour upstream) {
        return new GeminiFault(new Fault(name, asked, upstream, ending), calls);
    }

    @Override
    public String toString() {
        return fault.name();
    }
}
