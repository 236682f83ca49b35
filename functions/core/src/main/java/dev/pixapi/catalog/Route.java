package dev.pixapi.catalog;

import dev.pixapi.image.Background;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.ImageRequest;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * One way to a model.
 *
 * @param model its name there
 * @param timeout of all calls of a run on it; empty leaves it what is left of the run's
 */
public record Route(String provider, String model, Abilities can, Optional<Duration> timeout) {

    /**
     * What a route can do, where it is less than the model can.
     *
     * @param inputs the most images that an edit may start from; 0 where it makes no edits
     * @param mask whether an edit may have one
     * @param transparent whether a background may be transparent
     * @param formats those it makes when it is told to; Pixapi converts to the others
     */
    public record Abilities(
            boolean generates,
            int inputs,
            boolean mask,
            boolean transparent,
            Set<ImageFormat> formats) {

        /** True when nothing that is asked is beyond the route. */
        public boolean all(ImageRequest asked) {
            var inputs = asked.inputs();
            return (inputs.isEdit() ? inputs.images() <= this.inputs : generates)
                    && (mask || !inputs.mask())
                    && (transparent || asked.output().background() != Background.TRANSPARENT);
        }
    }
}
