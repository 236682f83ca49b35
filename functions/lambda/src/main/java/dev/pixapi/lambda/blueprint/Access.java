package dev.pixapi.lambda.blueprint;

import dev.pixapi.lambda.blueprint.Table.Index;
import dev.pixapi.media.MediaFolder;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one function may do to one resource, or to a part of it.
 *
 * @param part an index of a table, {@code by_account}, or a folder of a bucket, {@code images/};
 *     empty for the rows of a table and for what has no parts. Nothing is allowed on a whole bucket
 */
public record Access(Resource resource, Optional<String> part, Set<Action> actions) {
    public Access {
        if (!partsOf(resource).contains(part)) {
            throw new IllegalArgumentException(resource.name() + " has no part " + part);
        }
    }

    /** The actions that Pixapi's code performs, by their IAM names. */
    public enum Action {
        GET_ITEM("dynamodb:GetItem"),
        BATCH_GET_ITEM("dynamodb:BatchGetItem"),
        QUERY("dynamodb:Query"),
        SCAN("dynamodb:Scan"),
        PUT_ITEM("dynamodb:PutItem"),
        UPDATE_ITEM("dynamodb:UpdateItem"),
        SEND_MESSAGE("sqs:SendMessage"),
        GET_OBJECT("s3:GetObject"),
        PUT_OBJECT("s3:PutObject"),
        DELETE_OBJECT("s3:DeleteObject"),
        /**
         * The names in a folder. Without it, S3 answers a GET of an absent object with 403 instead
         * of 404: that it is absent would be told.
         */
        LIST_BUCKET("s3:ListBucket"),
        GET_SECRET("secretsmanager:GetSecretValue");

        private final String iamName;

        Action(String iamName) {
            this.iamName = iamName;
        }

        public String iamName() {
            return iamName;
        }
    }

    /** Just one of the actions: what is granted, refused and used. */
    public record Right(Resource resource, Optional<String> part, Action action) {
        @Override
        public String toString() {
            return action.iamName()
                    + " on "
                    + resource.name()
                    + part.map(name -> "/" + name).orElse("");
        }
    }

    public Stream<Right> rights() {
        return actions.stream().map(action -> new Right(resource, part, action));
    }

    static Access to(Resource resource, Action... actions) {
        return new Access(resource, Optional.empty(), set(actions));
    }

    /** By an index, which is read on its own: the rows behind it are another right. */
    static Access by(Table table, String index) {
        return new Access(table, Optional.of(index), set(Action.QUERY));
    }

    static Access in(MediaFolder folder, Action... actions) {
        return new Access(Resources.MEDIA, Optional.of(folder.prefix()), set(actions));
    }

    private static Set<Action> set(Action... actions) {
        var set = EnumSet.noneOf(Action.class);
        set.addAll(Arrays.asList(actions));
        return set;
    }

    private static List<Optional<String>> partsOf(Resource resource) {
        return switch (resource) {
            case Table(_, _, var indexes, _) ->
                    Stream.concat(
                                    Stream.of(Optional.<String>empty()),
                                    indexes.stream().map(Index::name).map(Optional::of))
                            .toList();
            case Bucket bucket -> bucket.folders().stream().map(Optional::of).toList();
            case Queue _, Secret _ -> List.of(Optional.empty());
        };
    }
}
