package dev.pixapi.cloud;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a deployment is for: {@code -c stage=prod}. */
enum StageKind {
    /** To try and to develop: costs next to nothing when nobody calls. */
    DEV,
    /** For callers who pay: protected and watched. */
    PROD,
    /** For LocalStack and {@code sam local}: without what emulators lack. */
    EMULATOR;

    static Optional<StageKind> named(String wireName) {
        return Arrays.stream(values()).filter(kind -> kind.wireName().equals(wireName)).findAny();
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
