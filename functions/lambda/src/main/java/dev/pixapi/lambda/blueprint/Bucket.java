package dev.pixapi.lambda.blueprint;

import dev.pixapi.media.Lifetime;

import java.util.List;

/**
 * A private S3 bucket.
 *
 * @param folders all that functions write to, {@code images/}
 * @param lifetimes how long it keeps what is below a prefix; together they cover the folders
 */
public record Bucket(String name, List<String> folders, List<Lifetime> lifetimes)
        implements Resource {
    @Override
    public String environmentVariable() {
        return Resource.variable("BUCKET", name);
    }
}
