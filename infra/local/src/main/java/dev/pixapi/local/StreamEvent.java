package dev.pixapi.local;

import dev.pixapi.json.Json;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records of a table's stream, as Lambda hands them to a function. */
final class StreamEvent {
    private StreamEvent() {}

    static byte[] of(List<Record> records) {
        return Json.bytes(Map.of("Records", records.stream().map(StreamEvent::json).toList()));
    }

    private static Map<String, Object> json(Record record) {
        var change = new LinkedHashMap<String, Object>();
        change.put("Keys", json(record.dynamodb().keys()));
        if (record.dynamodb().hasNewImage()) {
            change.put("NewImage", json(record.dynamodb().newImage()));
        }
        change.put("SequenceNumber", record.dynamodb().sequenceNumber());
        change.put("SizeBytes", record.dynamodb().sizeBytes());
        change.put("StreamViewType", record.dynamodb().streamViewTypeAsString());
        return Map.of(
                "eventID",
                record.eventID(),
                "eventName",
                record.eventNameAsString(),
                "eventSource",
                "aws:dynamodb",
                "awsRegion",
                "us-east-1",
                "dynamodb",
                change);
    }

    private static Map<String, Object> json(Map<String, AttributeValue> row) {
        var json = new LinkedHashMap<String, Object>();
        row.forEach((name, value) -> json.put(name, json(value)));
        return json;
    }

    private static Map<String, Object> json(AttributeValue value) {
        return switch (value.type()) {
            case S -> Map.of("S", value.s());
            case N -> Map.of("N", value.n());
            case BOOL -> Map.of("BOOL", value.bool());
            case NUL -> Map.of("NULL", true);
            case SS -> Map.of("SS", value.ss());
            case NS -> Map.of("NS", value.ns());
            case M -> Map.of("M", json(value.m()));
            case L -> Map.of("L", value.l().stream().map(StreamEvent::json).toList());
            case B, BS, UNKNOWN_TO_SDK_VERSION ->
                    throw new IllegalArgumentException("no row of ours has a " + value.type());
        };
    }
}
