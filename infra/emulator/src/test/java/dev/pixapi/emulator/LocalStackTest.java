package dev.pixapi.emulator;

import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;

/** The chain on LocalStack: the emulator stage's template, deployed as it is. */
@Testcontainers(disabledWithoutDocker = true)
class LocalStackTest implements ChainContract {
    @Container
    private static final LocalStackContainer CONTAINER = LocalStack.container(System.getenv());

    private static Deployed deployed;

    @BeforeAll
    static void deploy() {
        deployed = LocalStack.on(CONTAINER).deploy();
    }

    @Override
    public Deployed deployed() {
        return deployed;
    }
}
