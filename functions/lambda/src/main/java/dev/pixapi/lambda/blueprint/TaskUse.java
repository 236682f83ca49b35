package dev.pixapi.lambda.blueprint;

import java.util.List;

/**
 * What a task for one image uses of what AWS bills by the piece, from its request to its images
 * (docs/adr/0009). Heartbeats and repeats come on top. The counting tests hold the code to it, and
 * the cost command multiplies it.
 *
 * @param writeUnits DynamoDB's, of each write of the ledger in turn
 * @param puts writes of S3, of which one is the image
 * @param gets reads of S3
 */
public record TaskUse(List<Integer> writeUnits, int puts, int gets) {
    private static final int OPEN = 6;
    private static final int CLAIM = 1;
    private static final int SETTLE = 7;

    /** Run while its caller waits. */
    public static final TaskUse SYNC = new TaskUse(List.of(OPEN, SETTLE), 3, 1);

    /** Run by a worker, which reads its request; with the one answer that shows the images. */
    public static final TaskUse ASYNC = new TaskUse(List.of(OPEN, CLAIM, SETTLE), 3, 2);

    /** DynamoDB's, all together. */
    public int allWriteUnits() {
        return writeUnits.stream().mapToInt(Integer::intValue).sum();
    }
}
