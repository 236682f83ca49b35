package dev.pixapi.task;

import dev.pixapi.api.Reply;
import dev.pixapi.digest.Sha256;
import dev.pixapi.ledger.Task;
import dev.pixapi.media.MediaStore;
import dev.pixapi.media.MediaUrls;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Keeps whole answers that are too large for their way back, to be read at a URL instead. */
public final class KeptAnswers {
    /** Of a URL: whoever is sent there follows at once. */
    public static final Duration URL_LIFE = Duration.ofMinutes(15);

    private final MediaStore media;
    private final MediaUrls urls;
    private final Clock clock;

    /**
     * @param urls of objects that nobody reads by their name alone
     */
    public KeptAnswers(MediaStore media, MediaUrls urls, Clock clock) {
        this.media = media;
        this.urls = urls;
        this.clock = clock;
    }

    /**
     * One object for a day and an answer, however often it is asked for. The day is part of the
     * name, so that what is found was not stored so long ago that it is about to be removed.
     */
    public URI keep(Task task, Reply answer) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var key = MediaKeys.answer(task, today + "-" + Sha256.hex(answer.body()));
        media.putIfAbsent(key, answer.headers().get("content-type"), answer.body());
        return urls.of(key);
    }
}
