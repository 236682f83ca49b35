package dev.pixapi.lambda.s3;

import dev.pixapi.media.MediaUrls;

import java.net.URI;

/** URLs below a front that serves the bucket: CloudFront, or the local front door. */
public record PublicMediaUrls(String base) implements MediaUrls {
    public PublicMediaUrls {
        base = base.replaceAll("/+$", "");
    }

    @Override
    public URI of(String key) {
        return URI.create(base + "/" + key);
    }
}
