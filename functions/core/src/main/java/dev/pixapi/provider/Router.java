package dev.pixapi.provider;

import dev.pixapi.account.Mode;
import dev.pixapi.catalog.Catalog;
import dev.pixapi.catalog.Route;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.provider.ProviderOutcome.Unavailable;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Finds the way to a model: test accounts to the sandbox, live ones along the model's routes. */
public final class Router {
    private static final System.Logger LOG = System.getLogger(Router.class.getName());

    private final Catalog catalog;
    private final Map<String, ImageProvider> providers;
    private final ImageProvider sandbox;

    /**
     * @param providers those that the operator has set up, by their name in the catalogue
     */
    public Router(Catalog catalog, Map<String, ImageProvider> providers, ImageProvider sandbox) {
        this.catalog = catalog;
        this.providers = Map.copyOf(providers);
        this.sandbox = sandbox;
    }

    /** False when no route of the model leads to a provider that is set up. */
    public boolean reaches(Mode mode, String model) {
        return mode == Mode.TEST || !routes(model).isEmpty();
    }

    /** Takes the next route only while it is known that the last one did no work. */
    public ProviderOutcome generate(Mode mode, ImageRequest image, Duration timeout)
            throws InterruptedException {
        if (mode == Mode.TEST) {
            return sandbox.generate(new ProviderCall(image, image.model(), timeout));
        }
        ProviderOutcome outcome = new Unavailable(true, "no provider is set up");
        for (var route : routes(image.model())) {
            outcome =
                    providers
                            .get(route.provider())
                            .generate(new ProviderCall(image, route.model(), timeout));
            if (!(outcome instanceof Unavailable(boolean free, String detail))) {
                return outcome;
            }
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} is unavailable: {1}",
                    route.provider(),
                    detail);
            if (!free) {
                return outcome;
            }
        }
        return outcome;
    }

    private List<Route> routes(String model) {
        return catalog.find(model).stream()
                .flatMap(named -> named.model().routes().stream())
                .filter(route -> providers.containsKey(route.provider()))
                .toList();
    }
}
