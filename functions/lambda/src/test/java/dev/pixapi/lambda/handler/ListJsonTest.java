package dev.pixapi.lambda.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.api.Reply;
import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.Map;

class ListJsonTest {
    private static final Map<String, Object> LARGE = Map.of("id", "x".repeat(1_500_000));
    private static final Map<String, Object> SMALL = Map.of("id", "x");

    @Test
    void aPageEndsBeforeItOutgrowsABuffer() throws MalformedJson {
        var page = page(ListJson.fitting(Collections.nCopies(4, LARGE), false));

        assertEquals(2, page.objects("data").size());
        assertEquals(true, page.flag("has_more", false));
    }

    @Test
    void aPageThatFitsIsWhole() throws MalformedJson {
        for (var hasMore : new boolean[] {true, false}) {
            var page = page(ListJson.fitting(Collections.nCopies(100, SMALL), hasMore));

            assertEquals(100, page.objects("data").size());
            assertEquals(hasMore, page.flag("has_more", !hasMore));
        }
    }

    private static Fields page(Reply reply) throws MalformedJson {
        return new Fields(Json.object(reply.body()));
    }
}
