package dev.pixapi.account;

import dev.pixapi.digest.Sha256;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * An API key as its owner holds it: {@code sk_live_} or {@code sk_test_}, key id (10), secret (32),
 * CRC-32 of all before it (6), in base62. The checksum lets a mistyped key be refused with no read,
 * and lets scanners recognise a leaked one.
 */
public record ApiKey(Mode mode, KeyId id, String secret) {
    private static final Pattern FORM =
            Pattern.compile("sk_(live|test)_([0-9A-Za-z]{10})([0-9A-Za-z]{32})([0-9A-Za-z]{6})");
    private static final int ID_LENGTH = 10;
    private static final int SECRET_LENGTH = 32;

    /** Empty when the text is no key of ours, by form or checksum. */
    public static Optional<ApiKey> parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var key = new ApiKey(Mode.named(match.group(1)), new KeyId(match.group(2)), match.group(3));
        return key.text().equals(text) ? Optional.of(key) : Optional.empty();
    }

    public static ApiKey create(Mode mode, RandomGenerator random) {
        return new ApiKey(
                mode,
                new KeyId(Base62.random(ID_LENGTH, random)),
                Base62.random(SECRET_LENGTH, random));
    }

    /** The whole key. It is shown once, to its owner, and never logged. */
    public String text() {
        var body = "sk_" + mode.wireName() + "_" + id + secret;
        return body + Base62.checksum(body);
    }

    /**
     * What the Keys table keeps: SHA-256 of the secret, in hex. The secret has 190 bits, so no
     * salt.
     */
    public String secretHash() {
        return Sha256.hex(secret);
    }

    /** Compares in a time that tells nothing of the secret. */
    boolean matches(String hash) {
        return MessageDigest.isEqual(
                secretHash().getBytes(StandardCharsets.US_ASCII),
                hash.getBytes(StandardCharsets.US_ASCII));
    }

    /** Without the secret, so that a key in a message or a log gives nothing away. */
    @Override
    public String toString() {
        return "sk_" + mode.wireName() + "_" + id + "…";
    }
}
