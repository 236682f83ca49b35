package dev.pixapi.task;

import dev.pixapi.catalog.Price;
import dev.pixapi.concurrent.Threads;
import dev.pixapi.image.ImageConverter;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.ImageInfo;
import dev.pixapi.image.ImageInspector;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.image.Output;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Task;
import dev.pixapi.media.MediaStore;
import dev.pixapi.provider.Journal;
import dev.pixapi.provider.ProviderImage;
import dev.pixapi.provider.ProviderOutcome.Images;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Stores what a provider returned: every image is sniffed, measured, put into the asked format and
 * stored before it counts, and the manifest comes last.
 */
final class Delivery {
    private static final System.Logger LOG = System.getLogger(Delivery.class.getName());

    private final MediaStore media;
    private final Clock clock;
    private final Threads threads;
    private final Losses losses;
    private final ImageConverter converter = new ImageConverter();

    Delivery(TaskOpener.Parts parts) {
        this.media = parts.media();
        this.clock = parts.clock();
        this.threads = parts.threads();
        this.losses = new Losses(parts.metrics());
    }

    /** What an earlier runner of this task delivered. */
    Optional<Manifest> find(Task task) {
        return media.get(MediaKeys.manifest(task)).map(ManifestCodec::read);
    }

    /**
     * Stores the first images that were asked for. Empty when none of what came is an image. Where
     * another runner was first, its manifest counts and ours is waste.
     */
    Optional<Manifest> store(Task task, ImageRequest request, Images returned, Journal journal) {
        var wasted = returned.images().size();
        try {
            var ours = withImages(task, request, returned, journal);
            if (ours.isPresent() && !isFirst(task, ours.get())) {
                note(task, journal);
                return find(task);
            }
            wasted -= ours.map(manifest -> manifest.images().size()).orElse(0);
            return ours;
        } finally {
            losses.wasted(task, wasted);
        }
    }

    private boolean isFirst(Task task, Manifest manifest) {
        return media.putIfAbsent(
                MediaKeys.manifest(task), "application/json", ManifestCodec.write(manifest));
    }

    private Optional<Manifest> withImages(
            Task task, ImageRequest request, Images returned, Journal journal) {
        var sound = sound(returned.images());
        if (sound.isEmpty()) {
            return Optional.empty();
        }
        var kept = sound.subList(0, Math.min(sound.size(), request.count()));
        return Optional.of(
                new Manifest(
                        clock.instant(),
                        returned.quality().orElse(request.quality().wireName()),
                        request.output().background().wireName(),
                        storeImages(task, kept, request.output()),
                        returned.images().size(),
                        Math.max(0, returned.images().size() - request.count()),
                        returned.missing().stream().map(Failures::of).toList(),
                        returned.usage(),
                        journal.exchanges()));
    }

    /**
     * What a run asked of providers whose images are not those that count, or that has none. The
     * failure of this is none of the task's.
     */
    void note(Task task, Journal journal) {
        try {
            var bytes = ExchangeCodec.bytes(journal.exchanges());
            media.putIfAbsent(MediaKeys.exchanges(task), "application/json", bytes);
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.WARNING, task.id() + ": exchanges are lost", failure);
        }
    }

    /** What was delivered decides the charge, never what was asked for. */
    Settlement charge(Task task, Manifest manifest) {
        var order = task.order();
        var price = new Price(order.perImage(), order.count(), order.priceVersion());
        if (manifest.wasted() > 0) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0}: {1} more images came than were asked for",
                    task.id(),
                    manifest.wasted());
        }
        return Settlement.completed(price.of(manifest.images().size()), clock.instant());
    }

    /** An image whose bytes are whole. */
    private record Sound(ProviderImage image, ImageInfo info) {}

    private static List<Sound> sound(List<ProviderImage> images) {
        var sound = new ArrayList<Sound>();
        for (var image : images) {
            ImageInspector.inspect(image.bytes()).ifPresent(i -> sound.add(new Sound(image, i)));
        }
        return sound;
    }

    private List<StoredImage> storeImages(Task task, List<Sound> images, Output output) {
        var indexes = IntStream.range(0, images.size()).boxed().toList();
        return threads.map(
                indexes, i -> storeImage(task, i, inAskedFormat(task, images.get(i), output)));
    }

    /**
     * What is of the asked format stays as it came to the last byte, with whatever it says of its
     * origin. Where another is asked for and cannot be made, what came is better than nothing: it
     * was paid.
     */
    private Sound inAskedFormat(Task task, Sound sound, Output output) {
        var asked = output.format().orElse(sound.info.format());
        if (asked == sound.info.format()) {
            return sound;
        }
        try {
            var compression = output.compression().orElse(Output.DEFAULT_COMPRESSION);
            var bytes = converter.convert(sound.image.bytes(), asked, compression);
            var info = ImageInspector.inspect(bytes).orElseThrow();
            return new Sound(new ProviderImage(bytes, sound.image.revisedPrompt()), info);
        } catch (RuntimeException | LinkageError failure) {
            LOG.log(System.Logger.Level.WARNING, task.id() + ": stays as it came", failure);
            return sound;
        }
    }

    private StoredImage storeImage(Task task, int index, Sound sound) {
        ImageFormat format = sound.info.format();
        var key = MediaKeys.image(task, index, format);
        // The key carries the fence, so an object that is there already is this very image.
        media.putIfAbsent(key, format.mediaType(), sound.image.bytes());
        return new StoredImage(key, sound.info, sound.image.revisedPrompt());
    }
}
