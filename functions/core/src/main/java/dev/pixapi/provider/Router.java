package dev.pixapi.provider;

import dev.pixapi.account.Mode;
import dev.pixapi.catalog.Catalog;
import dev.pixapi.catalog.Route;
import dev.pixapi.catalog.Route.Abilities;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.image.Inputs;
import dev.pixapi.provider.ProviderOutcome.Unavailable;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the way to a model: test accounts to the sandbox, live ones along those of the model's
 * routes that can do all that is asked.
 */
public final class Router {
    private static final System.Logger LOG = System.getLogger(Router.class.getName());

    /** The sandbox does whatever any model can. */
    private static final Abilities ALL =
            new Abilities(true, Integer.MAX_VALUE, true, true, EnumSet.allOf(ImageFormat.class));

    private final Catalog catalog;
    private final Map<String, ImageProvider> providers;
    private final ImageProvider sandbox;
    private final RouteHealth health = new RouteHealth();

    /**
     * @param providers those that the operator has set up, by their name in the catalogue
     */
    public Router(Catalog catalog, Map<String, ImageProvider> providers, ImageProvider sandbox) {
        this.catalog = catalog;
        this.providers = Map.copyOf(providers);
        this.sandbox = sandbox;
    }

    /** False when no route of a provider that is set up can do what is asked. */
    public boolean reaches(Mode mode, ImageRequest image) {
        return mode == Mode.TEST || !routes(image).isEmpty();
    }

    /** Takes the next route only while it is known that the last one did no work. */
    public ProviderOutcome generate(Mode mode, ImageRequest image, Inputs inputs, Budget budget)
            throws InterruptedException {
        if (mode == Mode.TEST) {
            var route = new Route("sandbox", image.model(), ALL, Optional.empty());
            return sandbox.generate(budget.call(image, inputs, route));
        }
        ProviderOutcome outcome = new Unavailable(true, "no provider is set up");
        for (var route : inOrder(routes(image), budget.journal())) {
            if (!budget.allowsAnother()) {
                return outcome;
            }
            outcome = generate(route, budget.call(image, inputs, route));
            if (!(outcome instanceof Unavailable(var free, _)) || !free) {
                return outcome;
            }
        }
        return outcome;
    }

    private List<Route> inOrder(List<Route> routes, Journal journal) {
        var ordered = health.inOrder(routes, journal.now());
        routes.stream()
                .filter(route -> ordered.indexOf(route) > routes.indexOf(route))
                .forEach(journal::skips);
        return ordered;
    }

    private ProviderOutcome generate(Route route, ProviderCall call) throws InterruptedException {
        health.begins(route, call.journal().now());
        var outcome = providers.get(route.provider()).generate(call);
        health.note(route, outcome, call.journal().now());
        if (outcome instanceof Unavailable) {
            LOG.log(System.Logger.Level.WARNING, "{0}: {1}", route.provider(), outcome.label());
        }
        return outcome;
    }

    private List<Route> routes(ImageRequest image) {
        return catalog.find(image.model()).stream()
                .flatMap(named -> named.model().routes().stream())
                .filter(route -> providers.containsKey(route.provider()))
                .filter(route -> route.can().all(image))
                .toList();
    }
}
