package dev.pixapi.local;

import com.sun.net.httpserver.Headers;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a request asks of an object before it is sent.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2">Precedence of
 *     preconditions</a>
 */
record Preconditions(Headers headers) {

    /** What may be done. */
    enum Verdict {
        SEND,
        NOT_MODIFIED,
        FAILED
    }

    /** What is compared: the entity tag with its quotes, the time in whole seconds. */
    record Validators(String entityTag, Instant lastModified) {
        Validators {
            lastModified = lastModified.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    Verdict verdict(Validators object) {
        if (has("If-Match")) {
            if (!names("If-Match", object)) {
                return Verdict.FAILED;
            }
        } else if (date("If-Unmodified-Since").filter(object.lastModified::isAfter).isPresent()) {
            return Verdict.FAILED;
        }
        if (has("If-None-Match")) {
            return names("If-None-Match", object) ? Verdict.NOT_MODIFIED : Verdict.SEND;
        }
        var since = date("If-Modified-Since");
        return since.isPresent() && !object.lastModified.isAfter(since.get())
                ? Verdict.NOT_MODIFIED
                : Verdict.SEND;
    }

    /** The range, unless it goes with another version of the object. */
    Optional<String> range(Validators object) {
        var condition = Optional.ofNullable(headers.getFirst("If-Range")).map(String::strip);
        var holds =
                condition
                        .map(
                                text ->
                                        text.equals(object.entityTag)
                                                || date("If-Range")
                                                        .filter(object.lastModified::equals)
                                                        .isPresent())
                        .orElse(true);
        return holds ? Optional.ofNullable(headers.getFirst("Range")) : Optional.empty();
    }

    private boolean has(String name) {
        return headers.containsKey(name);
    }

    /** Weak tags compare as strong ones: every copy of an object is the same bytes. */
    private boolean names(String name, Validators object) {
        return headers.get(name).stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .anyMatch(tag -> tag.equals("*") || tag.equals(object.entityTag));
    }

    /** What is no date is as if it were absent. */
    private Optional<Instant> date(String name) {
        try {
            return Optional.ofNullable(headers.getFirst(name))
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME))
                    .map(ZonedDateTime::toInstant);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
