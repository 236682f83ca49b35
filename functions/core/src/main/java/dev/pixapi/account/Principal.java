package dev.pixapi.account;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.api.Parameters;
import dev.pixapi.api.ResponseFormat;
import dev.pixapi.media.Retention;

import java.util.Optional;
import java.util.Set;

/** Who calls: an account, through one of its keys. */
public record Principal(
        AccountId account,
        KeyId key,
        Set<Scope> scopes,
        ResponseFormat responseFormat,
        Retention retention) {

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

    /**
     * How long the media of a request are kept: as its key says, or shorter.
     *
     * @throws ApiException 400 when the request asks for more than its key has
     */
    public Retention retention(Optional<Retention> asked) {
        if (asked.filter(wish -> wish.isLongerThan(retention)).isPresent()) {
            throw Parameters.invalid(
                    "retention_days",
                    "must be at most " + retention.days() + ", which is what this key has");
        }
        return asked.orElse(retention);
    }
}
