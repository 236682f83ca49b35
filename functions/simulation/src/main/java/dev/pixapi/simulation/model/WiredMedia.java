package dev.pixapi.simulation.model;

import dev.pixapi.media.MediaStore;
import dev.pixapi.simulation.fault.Step;

import java.util.Optional;

/** The model of the store of objects behind the wire. */
public final class WiredMedia implements MediaStore {
    private final ModelMedia model;
    private final Wire wire;
    private final Witness witness;

    public WiredMedia(ModelMedia model, Wire wire, Witness witness) {
        this.model = model;
        this.wire = wire;
        this.witness = witness;
    }

    @Override
    public boolean putIfAbsent(String key, String mediaType, byte[] bytes) {
        return wire.step(Step.PUT_OBJECT, "put " + name(key), () -> stored(key, mediaType, bytes));
    }

    private boolean stored(String key, String mediaType, byte[] bytes) {
        var first = model.putIfAbsent(key, mediaType, bytes);
        if (first) {
            witness.stores(key);
        }
        return first;
    }

    @Override
    public Optional<byte[]> get(String key) {
        return wire.step(Step.GET_OBJECT, "get " + name(key), () -> model.get(key));
    }

    @Override
    public Optional<Long> size(String key) {
        return wire.step(Step.GET_OBJECT, "size", () -> model.size(key));
    }

    @Override
    public void delete(String key) {
        wire.run(Step.DELETE_OBJECTS, "delete " + name(key), () -> model.delete(key));
    }

    @Override
    public void deleteBelow(String prefix) {
        wire.run(Step.DELETE_OBJECTS, "delete below", () -> model.deleteBelow(prefix));
    }

    private static String name(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }
}
