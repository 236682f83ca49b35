package dev.pixapi.task;

import dev.pixapi.image.ImageFormat;
import dev.pixapi.ledger.Task;

/**
 * Names of objects. Images are below {@code images/}, which the front door serves; requests and
 * manifests below {@code tasks/}, which it does not.
 */
public final class MediaKeys {
    /** The prefix of everything that a caller may read by its name alone. */
    public static final String PUBLIC_PREFIX = "images/";

    /** The prefix of what only Pixapi reads. */
    public static final String PRIVATE_PREFIX = "tasks/";

    private MediaKeys() {}

    static String request(Task task) {
        return folder(task) + "request.json";
    }

    /** One for all runners of a task: the first whole set of images is the one that counts. */
    static String manifest(Task task) {
        return folder(task) + "manifest.json";
    }

    /** What a failed run asked of providers; the fence tells the runs apart. */
    static String exchanges(Task task) {
        return folder(task) + "exchanges-" + task.progress().fence() + ".json";
    }

    /** An image that the task starts from. */
    static String input(Task task, String name, ImageFormat format) {
        return folder(task) + name + "." + format.fileExtension();
    }

    /** The fence keeps two runners' images apart. */
    static String image(Task task, int index, ImageFormat format) {
        return PUBLIC_PREFIX
                + task.id()
                + "/"
                + task.order().mediaToken()
                + "/"
                + task.progress().fence()
                + "-"
                + index
                + "."
                + format.fileExtension();
    }

    private static String folder(Task task) {
        return PRIVATE_PREFIX + task.id() + "/" + task.order().mediaToken() + "/";
    }
}
