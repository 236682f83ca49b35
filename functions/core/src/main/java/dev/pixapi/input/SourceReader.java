package dev.pixapi.input;

import dev.pixapi.account.AccountId;
import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.input.ImageSource.Inline;
import dev.pixapi.input.ImageSource.Link;
import dev.pixapi.input.ImageSource.UploadedFile;
import dev.pixapi.input.Sources.Named;

import java.util.List;

/** Reads the bytes of sources. */
public final class SourceReader {

    /** The bytes of each, in the same order. */
    List<byte[]> read(AccountId account, List<Named> sources) {
        return sources.stream().map(named -> read(account, named)).toList();
    }

    private byte[] read(AccountId account, Named named) {
        return switch (named.source()) {
            case Inline(var bytes) -> bytes;
            case Link _, UploadedFile _ ->
                    throw ApiException.at(
                            named.parameter(), ErrorCode.UNSUPPORTED_PARAMETER, "Not yet, " + account);
        };
    }
}
