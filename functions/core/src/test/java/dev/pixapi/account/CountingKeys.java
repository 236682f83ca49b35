package dev.pixapi.account;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keys in memory, and how often they were asked for. */
final class CountingKeys implements KeyStore {
    private final Map<KeyId, KeyRecord> keys = new HashMap<>();
    private int reads;

    int reads() {
        return reads;
    }

    @Override
    public Optional<KeyRecord> find(KeyId id) {
        reads++;
        return Optional.ofNullable(keys.get(id));
    }

    @Override
    public void add(KeyRecord key) {
        if (keys.putIfAbsent(key.id(), key) != null) {
            throw new IllegalStateException("there is such a key");
        }
    }

    @Override
    public boolean revoke(KeyId id) {
        return keys.computeIfPresent(id, (_, key) -> ended(key)) != null;
    }

    private static KeyRecord ended(KeyRecord key) {
        return new KeyRecord(
                key.id(),
                key.secretHash(),
                key.account(),
                key.scopes(),
                key.responseFormat(),
                key.retention(),
                false,
                key.created());
    }
}
