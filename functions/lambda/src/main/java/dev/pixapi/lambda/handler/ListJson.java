package dev.pixapi.lambda.handler;

import dev.pixapi.api.Reply;
import dev.pixapi.json.Json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A list as the API shows it. */
final class ListJson {
    /** A buffered answer has 6 MB, with its quotation marks behind backslashes. */
    private static final int MOST_BYTES = 4_000_000;

    private ListJson() {}

    /**
     * Of what a buffer holds; the rest is on the next page. One is always there: none is nearly as
     * large.
     */
    static Reply fitting(List<Map<String, Object>> data, boolean hasMore) {
        var bytes = 0L;
        for (var i = 0; i < data.size(); i++) {
            bytes += Json.bytes(data.get(i)).length;
            if (bytes > MOST_BYTES && i > 0) {
                return reply(data.subList(0, i), true);
            }
        }
        return reply(data, hasMore);
    }

    static Reply reply(List<Map<String, Object>> data, boolean hasMore) {
        var list = new LinkedHashMap<String, Object>();
        list.put("object", "list");
        list.put("data", data);
        list.put("has_more", hasMore);
        return Reply.json(200, list);
    }
}
