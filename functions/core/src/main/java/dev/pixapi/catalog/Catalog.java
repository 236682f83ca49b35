package dev.pixapi.catalog;

import dev.pixapi.image.ImageRequest;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The models that can be asked for. The one place that prices a quote, a hold and a charge. */
public final class Catalog {
    private final String version;
    private final Map<String, Model> models = new LinkedHashMap<>();
    private final Map<String, NamedModel> names = new LinkedHashMap<>();

    /**
     * @throws IllegalArgumentException when two models share a name
     */
    public Catalog(String version, List<Model> models) {
        this.version = version;
        for (var model : models) {
            this.models.put(model.id(), model);
            add(model.id(), new NamedModel(model, Optional.empty()));
            model.aliases().names().forEach(n -> add(n, new NamedModel(model, Optional.empty())));
            model.aliases()
                    .tiers()
                    .forEach((n, tier) -> add(n, new NamedModel(model, Optional.of(tier))));
        }
    }

    public String version() {
        return version;
    }

    public Collection<Model> models() {
        return models.values();
    }

    /** By id or alias. */
    public Optional<NamedModel> find(String name) {
        return Optional.ofNullable(names.get(name));
    }

    /**
     * @throws java.util.NoSuchElementException when the request was not checked against this
     *     catalogue
     */
    public Price price(ImageRequest request) {
        var model = models.get(request.model());
        var perImage = model.prices().price(request.size().tier(), request.quality()).orElseThrow();
        return new Price(perImage, request.count(), version);
    }

    private void add(String name, NamedModel model) {
        if (names.put(name, model) != null) {
            throw new IllegalArgumentException("two models are called " + name);
        }
    }
}
