package dev.pixapi.emulator;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.local.LocalOptions;
import dev.pixapi.local.LocalSystem;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The chain on the embedded servers, with the settings of the emulator stage. */
class LocalChainTest implements ChainContract {
    private static LocalSystem system;
    private static InvokeDoor door;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        system =
                LocalSystem.start(
                        new LocalOptions(
                                0,
                                Optional.empty(),
                                Map.of("PIXAPI_STREAMING", "off"),
                                Clock.systemUTC(),
                                Optional.empty()));
        door = InvokeDoor.open(system.functions());
    }

    @AfterAll
    static void stop() throws IOException {
        door.close();
        system.close();
    }

    @Override
    public Deployed deployed() {
        var clients = new EmulatorClients(system.servers().credentials());
        return new Deployed(
                system.url().toString(),
                new InvokedFunction(clients.lambda(door.url()), "Provision"),
                UnaryOperator.identity());
    }

    @Test
    void whatAFunctionThatFailedSaysIsTold() {
        var provision = deployed().provision();
        var failure =
                assertThrows(
                        IllegalStateException.class,
                        () -> provision.invoke(Map.of("mode", "test")));
        assertTrue(failure.getMessage().contains("account"), failure::getMessage);
    }
}
