package dev.pixapi.lambda.blueprint;

import java.util.List;
import java.util.stream.Stream;

/**
 * What Pixapi is made of, said once. The CDK app makes it on AWS, the local run makes it on one
 * machine, tests walk it.
 */
public final class Blueprint {
    public static final List<Table> TABLES =
            List.of(
                    Resources.ACCOUNTS,
                    Resources.TASKS,
                    Resources.ENTRIES,
                    Resources.LOTS,
                    Resources.KEYS);

    /** A queue stands behind the one that it redrives to. */
    public static final List<Queue> QUEUES = List.of(Resources.DEAD_LETTERS, Resources.TASK_QUEUE);

    public static final List<Bucket> BUCKETS = List.of(Resources.MEDIA);

    public static final List<Secret> SECRETS = List.of(Resources.PROVIDER_KEYS);

    public static final List<LambdaFunction> FUNCTIONS =
            Stream.concat(Endpoints.ALL.stream(), Workers.ALL.stream()).toList();

    private Blueprint() {}
}
