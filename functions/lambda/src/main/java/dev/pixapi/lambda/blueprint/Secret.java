package dev.pixapi.lambda.blueprint;

/**
 * A secret in Secrets Manager: a JSON object of strings, created empty and filled by the operator.
 */
public record Secret(String name) implements Resource {
    @Override
    public String environmentVariable() {
        return Resource.variable("SECRET", name);
    }
}
