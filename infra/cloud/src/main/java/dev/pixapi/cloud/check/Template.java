package dev.pixapi.cloud.check;

import dev.pixapi.json.Fields;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A template as CloudFormation reads it. */
public record Template(Map<String, Object> json) {

    /** One resource, by the id that the template's references use. */
    record Part(String id, Fields whole) {
        Fields properties() {
            return whole.has("Properties") ? whole.object("Properties") : Fields.EMPTY;
        }

        /** Where it stands in the CDK app, which says more than its id. */
        String path() {
            var metadata = whole.has("Metadata") ? whole.object("Metadata") : Fields.EMPTY;
            return metadata.optionalString("aws:cdk:path").orElse(id);
        }
    }

    Stream<Part> all(String type) {
        return parts().filter(part -> part.whole().string("Type").equals(type));
    }

    Stream<Part> parts() {
        return resources().values().entrySet().stream()
                .map(entry -> new Part(entry.getKey(), Fields.of(entry.getValue())));
    }

    /** The function that a name or ARN leads to, also through an alias or a version. */
    Optional<Part> function(Object reference) {
        return target(reference)
                .flatMap(
                        part ->
                                part.whole().string("Type").equals("AWS::Lambda::Function")
                                        ? Optional.of(part)
                                        : function(value(part, "FunctionName")));
    }

    /** The resource that a value refers to, however deep in it. */
    Optional<Part> target(Object value) {
        return referred(value)
                .filter(resources()::has)
                .findFirst()
                .map(id -> new Part(id, resources().object(id)));
    }

    static Object value(Part part, String property) {
        return Optional.ofNullable(part.properties().values().get(property)).orElse("");
    }

    Fields section(String name) {
        return Fields.of(json).has(name) ? Fields.of(json).object(name) : Fields.EMPTY;
    }

    private Fields resources() {
        return section("Resources");
    }

    private static Stream<String> referred(Object value) {
        return switch (value) {
            case Map<?, ?> call when call.get("Ref") instanceof String id -> Stream.of(id);
            case Map<?, ?> call when call.get("Fn::GetAtt") instanceof List<?> pair ->
                    Stream.of(String.valueOf(pair.getFirst()));
            case Map<?, ?> call -> call.values().stream().flatMap(Template::referred);
            case Collection<?> values -> values.stream().flatMap(Template::referred);
            default -> Stream.empty();
        };
    }
}
