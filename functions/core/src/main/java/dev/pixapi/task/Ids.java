package dev.pixapi.task;

import com.github.f4b6a3.ulid.Ulid;

import dev.pixapi.ledger.TaskId;

import java.time.InstantSource;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** New names. Randomness comes from outside, so that no two copies of a process share theirs. */
public final class Ids {
    /** 128 bits: the name of an image is the right to read it. */
    private static final int TOKEN_BYTES = 16;

    private static final int RUNNER_BYTES = 8;

    private final InstantSource clock;
    private final RandomGenerator random;

    public Ids(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public TaskId task() {
        return new TaskId("task_" + new Ulid(clock.millis(), bytes(Ulid.RANDOM_BYTES)));
    }

    public String mediaToken() {
        return HexFormat.of().formatHex(bytes(TOKEN_BYTES));
    }

    public String runner() {
        return HexFormat.of().formatHex(bytes(RUNNER_BYTES));
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
