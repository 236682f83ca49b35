package dev.pixapi.task;

import dev.pixapi.image.ImageFormat;
import dev.pixapi.ledger.Task;
import dev.pixapi.media.MediaFolder;
import dev.pixapi.media.Retention;

import java.util.List;

/** Names of objects: folder and class, task, a token that nobody can guess, and what it is. */
final class MediaKeys {
    private MediaKeys() {}

    static String request(Task task) {
        return inputs(task) + "request.json";
    }

    /** One for all runners of a task: the first whole set of images is the one that counts. */
    static String manifest(Task task) {
        return inputs(task) + "manifest.json";
    }

    /** What a run asked of providers that has no manifest; the fence tells the runs apart. */
    static String exchanges(Task task) {
        return exchanges(task, task.progress().fence());
    }

    static String exchanges(Task task, long fence) {
        return inputs(task) + "exchanges-" + fence + ".json";
    }

    /** An image that the task starts from. */
    static String input(Task task, String name, ImageFormat format) {
        return inputs(task) + name + "." + format.fileExtension();
    }

    /** The fence keeps two runners' images apart. */
    static String image(Task task, int index, ImageFormat format) {
        return images(task) + task.progress().fence() + "-" + index + "." + format.fileExtension();
    }

    static String answer(Task task, String name) {
        return answers(task) + name;
    }

    /** Below these is all that a task has; its manifest is in the last one. */
    static List<String> all(Task task) {
        return List.of(answers(task), images(task), inputs(task));
    }

    /** Below these is all that a runner stores. */
    static List<String> ofRun(Task task) {
        return List.of(images(task), inputs(task));
    }

    private static String answers(Task task) {
        return below(MediaFolder.ANSWERS.prefix(Retention.DAY), task);
    }

    private static String images(Task task) {
        return below(MediaFolder.IMAGES.prefix(task.order().retention()), task);
    }

    private static String inputs(Task task) {
        return below(MediaFolder.TASKS.prefix(task.order().retention()), task);
    }

    private static String below(String prefix, Task task) {
        return prefix + task.id() + "/" + task.order().mediaToken() + "/";
    }
}
