package dev.pixapi.lambda.s3;

import dev.pixapi.media.MediaFolder;
import dev.pixapi.media.MediaUrls;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** URLs below a front that serves the bucket: CloudFront, or the local front door. */
public record PublicMediaUrls(String base) implements MediaUrls {
    /** Folder, class, task, token, file: no other name is looked for, as some S3 cannot take. */
    private static final Pattern IMAGE =
            Pattern.compile("(?:[0-9A-Za-z_]{1,40}/){4}[0-9-]{1,40}\\.[a-z]{3,4}");

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
                ? Optional.of(url.substring(base.length() + 1))
                        .filter(key -> MediaFolder.IMAGES.has(key) && IMAGE.matcher(key).matches())
                : Optional.empty();
    }
}
