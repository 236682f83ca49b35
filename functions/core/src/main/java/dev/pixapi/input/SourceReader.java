package dev.pixapi.input;

import dev.pixapi.account.AccountId;
import dev.pixapi.api.ApiException;
import dev.pixapi.concurrent.Concurrently;
import dev.pixapi.file.ReadFile;
import dev.pixapi.input.ImageSource.Inline;
import dev.pixapi.input.ImageSource.Link;
import dev.pixapi.input.ImageSource.UploadedFile;
import dev.pixapi.input.Sources.Named;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads the bytes of sources. What is here and what is ours comes one after the other, so that a
 * size is known before its bytes are in memory; links are waited for together.
 */
public final class SourceReader {
    private final ReadFile files;
    private final LinkReader links;

    public SourceReader(ReadFile files, LinkReader links) {
        this.files = files;
        this.links = links;
    }

    /**
     * The bytes of each, in the same order.
     *
     * @throws ApiException naming the first that is not to be had, or is one too many
     */
    List<byte[]> read(AccountId account, List<Named> sources) {
        var allowance = new Allowance();
        var here = sources.stream().map(named -> here(account, named, allowance)).toList();
        var indexes = IntStream.range(0, sources.size()).boxed().toList();
        return Concurrently.map(
                indexes, i -> here.get(i).orElseGet(() -> linked(sources.get(i), allowance)));
    }

    private Optional<byte[]> here(AccountId account, Named named, Allowance allowance) {
        var parameter = named.parameter();
        return switch (named.source()) {
            case Inline(var bytes) -> Optional.of(taken(parameter, bytes, allowance));
            case UploadedFile(var id) -> {
                var bytes = files.bytes(account, id, parameter, allowance.mostOfOne());
                yield Optional.of(taken(parameter, bytes, allowance));
            }
            case Link _ -> Optional.empty();
        };
    }

    private byte[] linked(Named named, Allowance allowance) {
        return switch (named.source()) {
            case Link(var url) ->
                    links.read(
                            named.parameter(),
                            url,
                            bytes -> allowance.take(named.parameter(), bytes));
            case Inline _, UploadedFile _ -> throw new IllegalStateException("it was here");
        };
    }

    private static byte[] taken(String parameter, byte[] bytes, Allowance allowance) {
        allowance.take(parameter, bytes.length);
        return bytes;
    }
}
