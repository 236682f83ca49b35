package dev.pixapi.lambda.handler;

import dev.pixapi.api.Reply;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A list as the API shows it. */
final class ListJson {
    private ListJson() {}

    static Reply reply(List<Map<String, Object>> data, boolean hasMore) {
        var list = new LinkedHashMap<String, Object>();
        list.put("object", "list");
        list.put("data", data);
        list.put("has_more", hasMore);
        return Reply.json(200, list);
    }
}
