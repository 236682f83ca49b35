package dev.pixapi.account;

import dev.pixapi.api.ResponseFormat;

import java.time.Instant;
import java.util.Set;

/**
 * A key as it is kept.
 *
 * @param secretHash SHA-256 of the secret, in hex
 * @param responseFormat what a request gets that names no response format
 */
public record KeyRecord(
        KeyId id,
        String secretHash,
        AccountId account,
        Set<Scope> scopes,
        ResponseFormat responseFormat,
        boolean active,
        Instant created) {}
