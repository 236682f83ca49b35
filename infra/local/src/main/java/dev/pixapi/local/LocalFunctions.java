package dev.pixapi.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;

import dev.pixapi.lambda.blueprint.LambdaFunction;
import dev.pixapi.lambda.wiring.Pixapi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Invokes the blueprint's functions in this process, as Lambda does: JSON in, JSON out, a limit of
 * time, and the serialisers of AWS's own runtime client.
 */
public final class LocalFunctions implements AutoCloseable {
    private final Map<String, Object> handlers = new LinkedHashMap<>();
    private final Map<String, LambdaFunction> functions = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param pixapi the composition root of each function: as on AWS, none shares one with another
     */
    LocalFunctions(List<LambdaFunction> functions, Function<LambdaFunction, Pixapi> pixapi) {
        for (var function : functions) {
            this.functions.put(function.name(), function);
            this.handlers.put(function.name(), function.create().apply(pixapi.apply(function)));
        }
    }

    /** A handler that threw, or ran out of time. */
    public static final class FunctionFailed extends Exception {
        private static final long serialVersionUID = 1;
        private final boolean timedOut;

        FunctionFailed(String message, Throwable cause, boolean timedOut) {
            super(message, cause);
            this.timedOut = timedOut;
        }

        public boolean timedOut() {
            return timedOut;
        }
    }

    /**
     * @param name of the function in the blueprint
     * @throws FunctionFailed when the handler threw or ran out of time
     */
    public byte[] invoke(String name, byte[] event) throws FunctionFailed {
        var function = functions.get(name);
        var run = threads.submit(() -> handle(function, event));
        try {
            return run.get(function.size().timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            run.cancel(true);
            throw new FunctionFailed(name + " timed out", late, true);
        } catch (ExecutionException failure) {
            throw new FunctionFailed(
                    name + " failed: " + failure.getCause().getMessage(),
                    failure.getCause(),
                    false);
        } catch (InterruptedException stop) {
            run.cancel(true);
            Thread.currentThread().interrupt();
            throw new FunctionFailed(name + " was stopped", stop, false);
        }
    }

    private byte[] handle(LambdaFunction function, byte[] event) throws IOException {
        var output = new ByteArrayOutputStream();
        var input = new ByteArrayInputStream(event);
        switch (handlers.get(function.name())) {
            case RequestStreamHandler stream ->
                    stream.handleRequest(input, output, LocalContext.of(function));
            case RequestHandler<?, ?> typed -> {
                @SuppressWarnings("unchecked") // The one typed kind that the blueprint has.
                var messages = (RequestHandler<SQSEvent, SQSBatchResponse>) typed;
                var loader = LocalFunctions.class.getClassLoader();
                var read = LambdaEventSerializers.serializerFor(SQSEvent.class, loader);
                var answer =
                        messages.handleRequest(read.fromJson(input), LocalContext.of(function));
                LambdaEventSerializers.serializerFor(SQSBatchResponse.class, loader)
                        .toJson(answer, output);
            }
            default -> throw new IllegalStateException(function.name() + " is no handler");
        }
        return output.toByteArray();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
