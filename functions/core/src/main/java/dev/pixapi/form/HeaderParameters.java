package dev.pixapi.form;

import dev.pixapi.api.ApiException;

import org.apache.commons.fileupload2.core.ParameterParser;

import java.util.HashMap;
import java.util.Map;

/** What stands in a header as {@code name=value} or {@code name="value"}, between semicolons. */
final class HeaderParameters {
    private HeaderParameters() {}

    /**
     * @return the values by name in lower case; an empty one where there is only a name
     * @throws ApiException when a value is coded (RFC 2231, RFC 2047) and cannot be decoded
     */
    static Map<String, String> of(String header) {
        var parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        try {
            var parameters = new HashMap<String, String>();
            parser.parse(header, ';')
                    .forEach((name, value) -> parameters.put(name, value == null ? "" : value));
            return parameters;
        } catch (IllegalArgumentException _) {
            // The parser checks the base64 of an encoded word, and lets the fault through.
            throw Parts.malformed("has a header with a value that cannot be decoded");
        }
    }
}
