package dev.pixapi.emulator;

import dev.pixapi.json.Fields;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What {@code sam local start-api} reads out of the template: a function for each route. */
record SamRoutes(EmulatorTemplate template) {

    /** By method and path, {@code GET /v1/tasks/{id}}. */
    Map<String, String> functions() {
        var functions = new HashMap<String, String>();
        template.all("AWS::ApiGateway::Method")
                .map(method -> method.object("Properties"))
                .forEach(method -> functions.put(route(method), function(method)));
        return functions;
    }

    private String route(Fields method) {
        return method.string("HttpMethod") + " " + path(method.object("ResourceId"));
    }

    /** The root is an attribute of the API, all else a reference. */
    private String path(Fields resource) {
        if (!resource.has("Ref")) {
            return "";
        }
        var properties = properties(resource.string("Ref"));
        return path(properties.object("ParentId")) + "/" + properties.string("PathPart");
    }

    /** The alias stands in the integration's address, the function in the alias. */
    private String function(Fields method) {
        var address = method.object("Integration").object("Uri").values().get("Fn::Join");
        var alias =
                ((List<?>) ((List<?>) address).getLast())
                        .stream()
                                .filter(part -> part instanceof Map)
                                .map(part -> Fields.of(part).string("Ref"))
                                .filter(id -> !id.startsWith("AWS::"))
                                .findFirst()
                                .orElseThrow();
        var function = properties(alias).object("FunctionName").string("Ref");
        return EmulatorTemplate.name(template.resources().get(function));
    }

    private Fields properties(String id) {
        return template.resources().get(id).object("Properties");
    }
}
