package dev.pixapi.account;

import dev.pixapi.api.ResponseFormat;
import dev.pixapi.media.Retention;

import java.time.Instant;
import java.util.Set;

/**
 * A key as it is kept.
 *
 * @param secretHash SHA-256 of the secret, in hex
 * @param responseFormat what a request gets that names no response format
 * @param retention how long media are kept where a request does not ask for less
 */
public record KeyRecord(
        KeyId id,
        String secretHash,
        AccountId account,
        Set<Scope> scopes,
        ResponseFormat responseFormat,
        Retention retention,
        boolean active,
        Instant created) {}
