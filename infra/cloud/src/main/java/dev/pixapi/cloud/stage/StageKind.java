package dev.pixapi.cloud.stage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a deployment is for: {@code -c stage=prod}. */
public enum StageKind {
    /** To try and to develop: costs next to nothing when nobody calls. */
    DEV,
    /** For callers who pay: protected and watched. */
    PROD,
    /** For LocalStack and {@code sam local}: without what emulators lack. */
    EMULATOR;

    static Optional<StageKind> named(String wireName) {
        return Arrays.stream(values()).filter(kind -> kind.wireName().equals(wireName)).findAny();
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
