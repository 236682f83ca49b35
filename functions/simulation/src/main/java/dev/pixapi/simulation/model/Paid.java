package dev.pixapi.simulation.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the provider did, and so was paid for, by the prompt that asked for it. */
public final class Paid {
    private final Map<String, List<String>> calls = new HashMap<>();

    void note(String prompt, String runner) {
        calls.computeIfAbsent(prompt, _ -> new ArrayList<>()).add(runner);
    }

    public int calls(String prompt) {
        return runners(prompt).size();
    }

    /** The processes that called, once for each call. */
    public List<String> runners(String prompt) {
        return calls.getOrDefault(prompt, List.of());
    }
}
