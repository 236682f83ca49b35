package dev.pixapi.local.runtime;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.local.TestingSystem;
import dev.pixapi.local.upstream.UpstreamDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class EditMemoryTest {
    @Test
    void anEditOfTenMegabytesNeedsLessThan64MegabytesOfHeapAboveTheIdleOnes() throws Exception {
        try (var upstream = UpstreamDouble.start();
                var pixapi = TestingSystem.start()) {
            var memory = new EditMemory(pixapi, upstream);
            var idle = memory.idle();
            assertTrue(memory.suffices(idle + 64), () -> "not with 64 MB above " + idle);
            // Event, body and image are there at once: with less the limit would not be one.
            assertFalse(memory.suffices(idle + 20), () -> "even with 20 MB above " + idle);
        }
    }
}
