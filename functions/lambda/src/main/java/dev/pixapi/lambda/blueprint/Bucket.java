package dev.pixapi.lambda.blueprint;

/** A private S3 bucket. */
public record Bucket(String name) implements Resource {
    @Override
    public String environmentVariable() {
        return Resource.variable("BUCKET", name);
    }
}
