package dev.pixapi.local;

import java.util.Map;

/** What the sample events of endpoints are answered with. */
public final class SampleStatus {
    /** Where that is not 200. */
    private static final Map<String, Integer> OTHERS =
            Map.of(
                    "Generate.invalid-size", 400,
                    "Generate.rejected", 422,
                    "Submit", 202,
                    "SubmitEdit", 202,
                    "GetFile.unknown", 404,
                    "GetTask.unknown", 404,
                    "GetCharge.unknown", 404);

    private SampleStatus() {}

    public static int of(String sample) {
        return OTHERS.getOrDefault(sample, 200);
    }
}
