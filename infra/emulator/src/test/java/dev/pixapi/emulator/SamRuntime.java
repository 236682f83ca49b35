package dev.pixapi.emulator;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import java.lang.reflect.Proxy;

/**
 * What stands in the container that {@code sam local invoke} starts, without the container: one
 * event in, one answer out, in a JVM that has nothing but its environment and the jar.
 */
public final class SamRuntime {
    private SamRuntime() {}

    /** Argument: the handler's class. The event is read from the input. */
    public static void main(String[] arguments) throws Exception {
        var made = Class.forName(arguments[0]).getConstructor().newInstance();
        ((RequestStreamHandler) made).handleRequest(System.in, System.out, context());
        System.out.flush();
        System.exit(0);
    }

    private static Context context() {
        return (Context)
                Proxy.newProxyInstance(
                        SamRuntime.class.getClassLoader(),
                        new Class<?>[] {Context.class},
                        (_, method, _) ->
                                method.getReturnType() == int.class ? 60_000 : method.getName());
    }
}
