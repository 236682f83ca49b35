package dev.pixapi.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.api.HttpRequest;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Turns {@code Authorization: Bearer sk_…} into a principal; a warm key costs no read. */
public final class Authenticator {
    /** How long a revoked key may still work. */
    static final Duration ACCEPTED_FOR = Duration.ofSeconds(60);

    /** How long a new key may still be refused, when it was tried before it was there. */
    static final Duration REFUSED_FOR = Duration.ofSeconds(10);

    private static final int MOST_KEYS = 10_000;

    private final KeyStore keys;
    private final Cache<KeyId, Optional<KeyRecord>> cache;

    public Authenticator(KeyStore keys, InstantSource clock) {
        this.keys = keys;
        this.cache =
                Caffeine.newBuilder()
                        .maximumSize(MOST_KEYS)
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        .executor(Runnable::run)
                        .expireAfter(
                                Expiry.creating(
                                        (KeyId _, Optional<KeyRecord> found) ->
                                                found.isPresent() ? ACCEPTED_FOR : REFUSED_FOR))
                        .build();
    }

    /**
     * @throws ApiException 401, alike for a malformed, unknown, revoked or foreign secret
     */
    public Principal authenticate(HttpRequest request) {
        return request.header("authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .flatMap(value -> ApiKey.parse(value.substring(7).strip()))
                .flatMap(this::verified)
                .orElseThrow(Authenticator::refused);
    }

    private Optional<Principal> verified(ApiKey key) {
        return cache.get(key.id(), id -> keys.find(id).filter(KeyRecord::active))
                .filter(record -> key.matches(record.secretHash()))
                .filter(record -> record.account().mode() == key.mode())
                .map(Authenticator::principal);
    }

    private static Principal principal(KeyRecord key) {
        return new Principal(
                key.account(), key.id(), key.scopes(), key.responseFormat(), key.retention());
    }

    private static ApiException refused() {
        return ApiException.of(
                ErrorCode.INVALID_API_KEY,
                "The API key is missing or not valid. Send 'Authorization: Bearer sk_…'.");
    }
}
