package dev.pixapi.simulation.model;

import dev.pixapi.media.MediaStore;

import java.util.Optional;
import java.util.TreeMap;

/** A store of objects, each written once. */
public final class ModelMedia implements MediaStore {
    private final TreeMap<String, byte[]> objects = new TreeMap<>();

    @Override
    public boolean putIfAbsent(String key, String mediaType, byte[] bytes) {
        return objects.putIfAbsent(key, bytes) == null;
    }

    @Override
    public Optional<byte[]> get(String key) {
        return Optional.ofNullable(objects.get(key));
    }

    @Override
    public Optional<Long> size(String key) {
        return get(key).map(bytes -> (long) bytes.length);
    }

    /** Whether there is an object with such a part of its name. */
    public boolean has(String part) {
        return objects.keySet().stream().anyMatch(key -> key.contains(part));
    }

    @Override
    public void delete(String key) {
        objects.remove(key);
    }

    @Override
    public void deleteBelow(String prefix) {
        objects.subMap(prefix, prefix + "\uffff").clear();
    }
}
