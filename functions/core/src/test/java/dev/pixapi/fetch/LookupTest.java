package dev.pixapi.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class LookupTest {
    private static final InetAddress ADDRESS = InetAddress.ofLiteral("93.184.216.34");

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    @Test
    void aNameHasAddresses() throws FetchRefused {
        var lookup = new Lookup(_ -> new InetAddress[] {ADDRESS});

        assertEquals(List.of(ADDRESS), lookup.addresses("a.example", in(5_000)));
    }

    /** A name server that says nothing costs threads for as long as the system waits for it. */
    @Test
    void abandonedLookupsAreBoundedAndEnd() throws InterruptedException, FetchRefused {
        var begun = new CountDownLatch(64);
        var silent = new CountDownLatch(1);
        var lookup =
                new Lookup(
                        host -> {
                            threads.add(Thread.currentThread());
                            begun.countDown();
                            if (host.equals("silent.example")) {
                                await(silent);
                            }
                            return new InetAddress[] {ADDRESS};
                        });
        for (var i = 0; i < 80; i++) {
            assertThrows(FetchRefused.class, () -> lookup.addresses("silent.example", in(20)));
        }
        assertThrows(FetchRefused.class, () -> lookup.addresses("a.example", in(5_000)));

        assertTrue(begun.await(30, TimeUnit.SECONDS));
        silent.countDown();
        for (var thread : threads) {
            thread.join(Duration.ofSeconds(10));
        }
        assertEquals(64, threads.size());
        assertEquals(0, threads.stream().filter(Thread::isAlive).count());
        assertEquals(List.of(ADDRESS), lookup.addresses("a.example", in(5_000)));
    }

    /** A deaf wait: the system's resolver does not hear an interruption either. */
    private static void await(CountDownLatch latch) {
        var done = false;
        while (!done) {
            try {
                latch.await();
                done = true;
            } catch (InterruptedException _) {
                done = latch.getCount() == 0;
            }
        }
    }

    private static Deadline in(int millis) {
        return Deadline.in(Duration.ofMillis(millis));
    }
}
