package dev.pixapi.account;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.api.ResponseFormat;

import java.util.Set;

/** Who calls: an account, through one of its keys. */
public record Principal(
        AccountId account, KeyId key, Set<Scope> scopes, ResponseFormat responseFormat) {

    /**
     * @throws ApiException 403 when the key lacks the scope
     */
    public Principal require(Scope scope) {
        if (!scopes.contains(scope)) {
            throw ApiException.of(
                    ErrorCode.MISSING_SCOPE,
                    "This key lacks the scope '" + scope.wireName() + "'.");
        }
        return this;
    }
}
