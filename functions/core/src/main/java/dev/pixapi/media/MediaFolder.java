package dev.pixapi.media;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The folders of the media bucket, and how long things may be kept in each. The class of retention
 * stands in an object's name, {@code images/7d/…}, so that the bucket's rules can go by prefix.
 */
public enum MediaFolder {
    /** Images that were made. The front door serves them to whoever knows their name. */
    IMAGES(EnumSet.allOf(Retention.class)),

    /** Requests, input images, manifests, exchanges: nobody but Pixapi reads these. */
    TASKS(EnumSet.allOf(Retention.class)),

    /** Answers that outgrew a buffer, behind signed URLs. */
    ANSWERS(EnumSet.of(Retention.DAY)),

    /**
     * What callers uploaded. Each file has an expiry of its own, which is not S3's to know; this is
     * a day after the latest.
     */
    FILES(Duration.ofDays(31));

    private static final List<Lifetime> LIFETIMES =
            Arrays.stream(values()).flatMap(f -> f.rules.stream()).toList();

    @SuppressWarnings("ImmutableEnumChecker") // Never written to.
    private final Set<Retention> retentions;

    @SuppressWarnings("ImmutableEnumChecker") // Never written to.
    private final List<Lifetime> rules;

    MediaFolder(Set<Retention> retentions) {
        this.retentions = retentions;
        this.rules = retentions.stream().map(r -> new Lifetime(prefix(r), r.duration())).toList();
    }

    MediaFolder(Duration kept) {
        this.retentions = EnumSet.noneOf(Retention.class);
        this.rules = List.of(new Lifetime(prefix(), kept));
    }

    /** The bucket's rules, one for each prefix. */
    public static List<Lifetime> lifetimes() {
        return LIFETIMES;
    }

    /** All of them: {@code images/} and so on. */
    public static List<String> prefixes() {
        return Arrays.stream(values()).map(MediaFolder::prefix).toList();
    }

    /** Of all its classes: {@code images/}. */
    public String prefix() {
        return name().toLowerCase(Locale.ROOT) + "/";
    }

    /**
     * Of one class: {@code images/30d/}.
     *
     * @throws IllegalArgumentException for a class that this folder does not have
     */
    public String prefix(Retention retention) {
        if (!retentions.contains(retention)) {
            throw new IllegalArgumentException(this + " has no class " + retention);
        }
        return prefix() + retention.days() + "d/";
    }

    /** A name with {@code ..} in it has no folder: a store that keeps files would follow it. */
    public boolean has(String key) {
        return key.startsWith(prefix())
                && Arrays.stream(key.split("/")).noneMatch(part -> part.equals(".."));
    }

    /** The class in a name; empty for a name that is not of this folder. */
    public Optional<Retention> retentionOf(String key) {
        return retentions.stream().filter(retention -> key.startsWith(prefix(retention))).findAny();
    }
}
