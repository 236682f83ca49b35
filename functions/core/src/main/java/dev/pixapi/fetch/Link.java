package dev.pixapi.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A URL that may be asked for, as far as it can be told without asking anybody.
 *
 * @param target path and query in ASCII; the fragment is nobody else's
 */
record Link(Host host, int port, String target) {
    private static final int LONGEST = 2_048;
    private static final int HTTPS = 443;

    /** The host, and the port without leading zeros. */
    private static final Pattern AUTHORITY =
            Pattern.compile("(\\[[^\\[\\]]*]|[^:\\[\\]]*)(?::([1-9][0-9]{0,4}))?");

    static Link of(String url) throws FetchRefused {
        if (url.length() > LONGEST) {
            throw new FetchRefused("must be a URL of at most 2,048 characters");
        }
        // Half of a surrogate pair has no UTF-8, and the JDK stumbles over it.
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(url)) {
            throw malformed();
        }
        try {
            return of(new URI(url));
        } catch (URISyntaxException _) {
            throw malformed();
        }
    }

    /** Where an answer to this link sends one. */
    Link redirected(String location) throws FetchRefused {
        try {
            return of(new URI("https://" + authority() + target).resolve(location).toString());
        } catch (URISyntaxException | IllegalArgumentException _) {
            throw malformed();
        }
    }

    private static Link of(URI uri) throws FetchRefused, URISyntaxException {
        if (!"https".equalsIgnoreCase(uri.getScheme())) {
            throw new FetchRefused("must be an https URL");
        }
        var authority = Optional.ofNullable(uri.getRawAuthority()).orElse("");
        if (authority.contains("@")) {
            throw new FetchRefused("must not contain a user name or password");
        }
        var parts = AUTHORITY.matcher(authority);
        if (!parts.matches()) {
            throw malformed();
        }
        var host = Host.of(parts.group(1).toLowerCase(Locale.ROOT));
        var port = Optional.ofNullable(parts.group(2)).map(Integer::parseInt).orElse(HTTPS);
        return new Link(host, port, target(new URI(uri.toASCIIString())));
    }

    private static String target(URI uri) {
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return Optional.ofNullable(uri.getRawQuery()).map(query -> path + "?" + query).orElse(path);
    }

    /** For the Host header. */
    String authority() {
        return port == HTTPS ? host.inUrl() : host.inUrl() + ":" + port;
    }

    private static FetchRefused malformed() {
        return new FetchRefused("must be a valid https URL");
    }
}
