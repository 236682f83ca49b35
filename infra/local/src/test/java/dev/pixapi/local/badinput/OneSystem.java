package dev.pixapi.local.badinput;

import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One system for all classes of this package: each test has an account of its own. */
final class OneSystem implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(OneSystem.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestingSystem.class;
    }

    /** JUnit closes it behind the last test. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(TestingSystem.class, _ -> TestingSystem.start());
    }
}
