package dev.pixapi.input;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.fetch.FetchRefused;
import dev.pixapi.fetch.LinkFetcher;
import dev.pixapi.media.MediaStore;
import dev.pixapi.media.MediaUrls;

import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Reads what is behind a caller's URL. An image of our own is read where it is kept: its name is
 * the right to read it, and on one machine its URL is none that could be fetched.
 */
public final class LinkReader {
    private final Supplier<LinkFetcher> fetcher;
    private final MediaStore media;
    private final MediaUrls urls;

    /**
     * @param fetcher is made at the first link: most requests have none
     */
    public LinkReader(Supplier<LinkFetcher> fetcher, MediaStore media, MediaUrls urls) {
        this.fetcher = fetcher;
        this.media = media;
        this.urls = urls;
    }

    /**
     * @param counted is told of each piece as it comes; what it throws ends the reading
     * @throws ApiException naming the parameter, when nothing is to be had there
     */
    byte[] read(String parameter, String url, IntConsumer counted) {
        var own = urls.keyOf(url);
        return own.isPresent()
                ? kept(parameter, own.get(), counted)
                : fetched(parameter, url, counted);
    }

    private byte[] kept(String parameter, String key, IntConsumer counted) {
        var size = media.size(key).orElseThrow(() -> gone(parameter));
        counted.accept(Math.toIntExact(size));
        return media.get(key).orElseThrow(() -> gone(parameter));
    }

    private byte[] fetched(String parameter, String url, IntConsumer counted) {
        try {
            return fetcher.get().fetch(url, counted);
        } catch (FetchRefused refused) {
            throw invalid(parameter, refused.getMessage());
        }
    }

    private static ApiException gone(String parameter) {
        return invalid(parameter, "is not kept here, or no more");
    }

    private static ApiException invalid(String parameter, String what) {
        return ApiException.at(
                parameter, ErrorCode.INVALID_VALUE, "'" + parameter + "' " + what + ".");
    }
}
