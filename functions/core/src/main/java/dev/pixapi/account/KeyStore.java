package dev.pixapi.account;

import java.util.Optional;

/** Where keys are kept. */
public interface KeyStore {
    Optional<KeyRecord> find(KeyId id);

    /** Adds a key. Its id is random, so one that is there already is a fault of ours and throws. */
    void add(KeyRecord key);

    /** Ends a key; caches may honour it for 60 s more. False when there is no such key. */
    boolean revoke(KeyId id);
}
