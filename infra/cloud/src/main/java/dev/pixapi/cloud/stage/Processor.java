package dev.pixapi.cloud.stage;

import software.amazon.awscdk.services.lambda.Architecture;

import java.util.Arrays;
import java.util.Optional;

/** What the functions run on. Laptops with an x86 processor run {@code sam local} faster as x86. */
public enum Processor {
    ARM64("arm64"),
    X86_64("x86_64");

    private final String wireName;

    Processor(String wireName) {
        this.wireName = wireName;
    }

    static Optional<Processor> named(String wireName) {
        return Arrays.stream(values()).filter(p -> p.wireName.equals(wireName)).findAny();
    }

    public Architecture architecture() {
        return switch (this) {
            case ARM64 -> Architecture.ARM_64;
            case X86_64 -> Architecture.X86_64;
        };
    }
}
