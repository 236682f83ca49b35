package dev.pixapi.lambda.blueprint;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What one function may do to one resource. */
public record Access(Resource resource, Set<Action> actions) {

    /** The actions that Pixapi's code performs, by their IAM names. */
    public enum Action {
        GET_ITEM("dynamodb:GetItem"),
        BATCH_GET_ITEM("dynamodb:BatchGetItem"),
        QUERY("dynamodb:Query"),
        PUT_ITEM("dynamodb:PutItem"),
        UPDATE_ITEM("dynamodb:UpdateItem"),
        SEND_MESSAGE("sqs:SendMessage"),
        GET_OBJECT("s3:GetObject"),
        PUT_OBJECT("s3:PutObject"),
        DELETE_OBJECT("s3:DeleteObject"),
        /** Without it, S3 answers a GET of an absent object with 403 instead of 404. */
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

    static Access to(Resource resource, Action... actions) {
        var set = EnumSet.noneOf(Action.class);
        set.addAll(Arrays.asList(actions));
        return new Access(resource, set);
    }
}
