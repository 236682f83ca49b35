package dev.pixapi.cloud.cost;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** A month's traffic. What is not said has its standard. */
record Traffic(Map<Option, Double> said) {
    static final Traffic NONE = new Traffic(Map.of());

    Traffic {
        var copy = new EnumMap<Option, Double>(Option.class);
        copy.putAll(said);
        said = Collections.unmodifiableMap(copy);
    }

    double of(Option option) {
        return said.getOrDefault(option, option.standard());
    }

    double images() {
        return of(Option.IMAGES);
    }

    /** Images whose callers wait. */
    double sync() {
        return images() * of(Option.SYNC) / 100;
    }

    double async() {
        return images() - sync();
    }

    double polls() {
        return async() * of(Option.POLLS);
    }

    /** Requests of all kinds. */
    double calls() {
        return images() + polls() + of(Option.OTHER);
    }

    double views() {
        return images() * of(Option.VIEWS);
    }
}
