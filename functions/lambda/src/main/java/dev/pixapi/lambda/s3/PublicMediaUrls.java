package dev.pixapi.lambda.s3;

import dev.pixapi.media.MediaFolder;
import dev.pixapi.media.MediaUrls;

import java.net.URI;
import java.util.Optional;

/** URLs below a front that serves the bucket: CloudFront, or the local front door. */
public record PublicMediaUrls(String base) implements MediaUrls {
    public PublicMediaUrls {
        base = base.replaceAll("/+$", "");
    }

    @Override
    public URI of(String key) {
        return URI.create(base + "/" + key);
    }

    @Override
    public Optional<String> keyOf(String url) {
        return url.startsWith(base + "/")
                ? Optional.of(url.substring(base.length() + 1)).filter(MediaFolder.IMAGES::has)
                : Optional.empty();
    }
}
