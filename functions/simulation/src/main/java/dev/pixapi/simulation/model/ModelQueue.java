package dev.pixapi.simulation.model;

import dev.pixapi.ledger.TaskId;
import dev.pixapi.simulation.fault.Fault;
import dev.pixapi.simulation.fault.Step;
import dev.pixapi.simulation.kernel.Mix;
import dev.pixapi.simulation.kernel.Runner;
import dev.pixapi.task.TaskQueue;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Delivers messages as SQS and Lambda do: after a while, in any order, again when the function did
 * not acknowledge them, at last to the dead letters' function. The times are the blueprint's.
 */
public final class ModelQueue implements TaskQueue {
    private static final long VISIBILITY = 360_000;
    private static final long DEAD_LETTER_VISIBILITY = 120_000;
    private static final int RECEIVES = 4;

    /** A backlog in which every message is lost. */
    public static final long NEVER = Long.MAX_VALUE;

    private final Wire wire;
    private final Functions functions;
    private final Function<String, Runner> runners;
    private final Runner itself;
    private final long backlog;
    private final Map<TaskId, Integer> deliveries = new HashMap<>();
    private int open;

    /** What is invoked with a message. */
    public interface Functions {
        void work(TaskId id) throws InterruptedException;

        void bury(TaskId id) throws InterruptedException;
    }

    /**
     * @param runners new processes, by their names
     * @param backlog milliseconds that every message waits for one
     */
    public ModelQueue(
            Wire wire, Functions functions, Function<String, Runner> runners, long backlog) {
        this.wire = wire;
        this.functions = functions;
        this.runners = runners;
        this.itself = runners.apply("queue");
        this.backlog = backlog;
    }

    /** Whether a message is still to be delivered, or delivered again. */
    public boolean isEmpty() {
        return open == 0;
    }

    @Override
    public void send(TaskId id) {
        wire.step(Step.SEND, "send", fault -> accept(id, fault));
    }

    private boolean accept(TaskId id, Fault fault) {
        var copies = fault == Fault.LOST || backlog == NEVER ? 0 : fault == Fault.DOUBLED ? 2 : 1;
        for (var i = 0; i < copies; i++) {
            open++;
            var travels = Mix.between(wire.timeline().runner().next(), 5, 60);
            deliver(new Message(id), backlog + travels);
        }
        return true;
    }

    private static final class Message {
        private final TaskId task;
        private int receives;
        private boolean acknowledged;

        Message(TaskId task) {
            this.task = task;
        }
    }

    private void deliver(Message message, long after) {
        var number = deliveries.merge(message.task, 1, Integer::sum);
        var runner = runners.apply("worker " + message.task.value() + " " + number);
        wire.timeline().start(runner, after, () -> receive(message));
    }

    private void receive(Message message) {
        message.receives++;
        var dead = message.receives > RECEIVES;
        var hidden = dead ? DEAD_LETTER_VISIBILITY : VISIBILITY;
        wire.timeline().start(itself, hidden, () -> comeBack(message));
        try {
            if (dead) {
                functions.bury(message.task);
            } else {
                functions.work(message.task);
            }
            wire.step(Step.ACKNOWLEDGE, "acknowledge", () -> acknowledge(message));
        } catch (InterruptedException | RuntimeException _) {
            // It comes back when it is no longer hidden.
        }
    }

    private boolean acknowledge(Message message) {
        if (!message.acknowledged) {
            message.acknowledged = true;
            open--;
        }
        return true;
    }

    private void comeBack(Message message) {
        if (!message.acknowledged) {
            deliver(message, 1);
        }
    }
}
