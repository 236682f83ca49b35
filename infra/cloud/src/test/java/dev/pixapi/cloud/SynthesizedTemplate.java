package dev.pixapi.cloud;

import dev.pixapi.json.Fields;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A template by the paths of its constructs instead of CloudFormation's ids: the table of tasks is
 * {@code Tables/Tasks}, its ARN reads {@code Tables/Tasks.Arn}.
 */
public record SynthesizedTemplate(Map<String, Object> json) {

    /** One resource of the template. */
    public record Piece(String path, String type, Fields whole) {
        public Fields properties() {
            return whole.has("Properties") ? whole.object("Properties") : new Fields(Map.of());
        }

        /** The last word of its path. */
        public String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    public List<Piece> pieces() {
        return Fields.of(json).object("Resources").values().values().stream()
                .map(SynthesizedTemplate::piece)
                .toList();
    }

    public List<Piece> all(String type) {
        return pieces().stream().filter(piece -> piece.type().equals(type)).toList();
    }

    /** The only one of its type at its path. */
    public Piece at(String type, String path) {
        return one(all(type), piece -> piece.path().equals(path));
    }

    /** The names of all pieces of a type, in the template's order. */
    public List<String> names(String type) {
        return all(type).stream().map(Piece::name).toList();
    }

    public static Piece one(List<Piece> pieces, Predicate<Piece> wanted) {
        var found = pieces.stream().filter(wanted).toList();
        if (found.size() != 1) {
            throw new AssertionError("wanted one, found " + found);
        }
        return found.getFirst();
    }

    /** A value with its references read as paths. */
    public String text(Object value) {
        return switch (value) {
            case Map<?, ?> call when call.containsKey("Ref") -> path(call.get("Ref"));
            case Map<?, ?> call when call.containsKey("Fn::GetAtt") ->
                    attribute(Fields.of(call).strings("Fn::GetAtt"));
            // CDK takes an alias's function out of the alias's ARN.
            case Map<?, ?> call when call.containsKey("Fn::Select") ->
                    text(split(((List<?>) call.get("Fn::Select")).getLast()));
            case Map<?, ?> call when call.containsKey("Fn::Join") ->
                    joined((List<?>) call.get("Fn::Join"));
            default -> String.valueOf(value);
        };
    }

    /** One value or a list of them; CDK writes a list of one as the one. */
    public Stream<String> texts(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(this::text)
                : Stream.of(text(value));
    }

    /** The members of an object, their values as text. */
    public Map<String, String> texts(Fields object) {
        return object.values().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> text(entry.getValue()),
                                (_, second) -> second,
                                LinkedHashMap::new));
    }

    private static Object split(Object list) {
        return list instanceof Map<?, ?> call && call.get("Fn::Split") instanceof List<?> arguments
                ? arguments.getLast()
                : list;
    }

    private String attribute(List<String> pair) {
        return path(pair.getFirst()) + "." + pair.getLast();
    }

    private String joined(List<?> arguments) {
        return ((List<?>) arguments.getLast())
                .stream()
                        .map(this::text)
                        .collect(Collectors.joining((String) arguments.getFirst()));
    }

    /** What the operator is told. */
    public String output(String name) {
        return text(Fields.of(json).object("Outputs").object(name).values().get("Value"));
    }

    /** Of a logical id. */
    public String pathOf(String logicalId) {
        return path(logicalId);
    }

    private String path(Object logicalId) {
        var id = (String) logicalId;
        var resources = Fields.of(json).object("Resources");
        return resources.has(id) ? piece(resources.object(id).values()).path() : "${" + id + "}";
    }

    private static Piece piece(Object resource) {
        var whole = Fields.of(resource);
        var path = whole.object("Metadata").string("aws:cdk:path");
        var name = path.replaceFirst("^" + PixapiStack.ID + "/", "").replaceFirst("/Resource$", "");
        return new Piece(name, whole.string("Type"), whole);
    }
}
