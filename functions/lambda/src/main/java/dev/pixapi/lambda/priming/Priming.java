package dev.pixapi.lambda.priming;

import dev.pixapi.lambda.blueprint.Blueprint;
import dev.pixapi.lambda.wiring.Environment;

import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/**
 * What a function does before Lambda takes its snapshot: it answers an event of its kind, so that a
 * copy of the snapshot finds its code loaded and warm. That happens on a composition root that is
 * thrown away, with an AWS that lives in memory: nothing is read, written, sent or paid, and
 * nothing of it can stay behind. The live root is made behind the restore, at the first event.
 *
 * <p>Lambda calls it through {@code org.crac}. A fault in here costs time later, and is no reason
 * to fail a deployment.
 */
public final class Priming implements Resource {
    private static final System.Logger LOG = System.getLogger(Priming.class.getName());
    private static final String HOW_IT_STARTED = "AWS_LAMBDA_INITIALIZATION_TYPE";

    /** The context holds weakly what is registered; held by nobody else, it would be collected. */
    private static final Set<Priming> REGISTERED = ConcurrentHashMap.newKeySet();

    private interface Action {
        void run() throws Exception;
    }

    private final Class<?> handler;
    private final Environment environment;

    private Priming(Class<?> handler, Environment environment) {
        this.handler = handler;
        this.environment = environment;
    }

    /** Empty where no snapshot will be taken: the time would be the first caller's. */
    public static Optional<Priming> of(Class<?> handler, Environment environment) {
        return "snap-start".equals(environment.variables().get(HOW_IT_STARTED))
                ? Optional.of(new Priming(handler, environment))
                : Optional.empty();
    }

    /** For the life of the process. */
    public void register() {
        REGISTERED.add(this);
        Core.getGlobalContext().register(this);
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        var began = System.nanoTime();
        try {
            quietly(this::prime);
            LOG.log(
                    Level.INFO,
                    "primed {0} in {1} ms",
                    handler.getSimpleName(),
                    (System.nanoTime() - began) / 1_000_000);
        } catch (Exception | LinkageError failure) {
            LOG.log(Level.WARNING, "not primed", failure);
        }
    }

    private void prime() throws IOException, GeneralSecurityException {
        for (var function : Blueprint.FUNCTIONS) {
            if (function.handler().equals(handler)) {
                new Rehearsal(environment).of(function);
            }
        }
        TlsWarmUp.run();
    }

    /** What a rehearsal would log, short of errors, is about tasks that nobody has. */
    private static void quietly(Action action) throws Exception {
        var root = Logger.getLogger("");
        var level = root.getLevel();
        root.setLevel(java.util.logging.Level.SEVERE);
        try {
            action.run();
        } finally {
            root.setLevel(level);
        }
    }

    /** Nothing of the live root is there yet, so nothing has to be renewed. */
    @Override
    public void afterRestore(Context<? extends Resource> context) {}
}
