package dev.pixapi.local;

import java.util.Map;

/** What can be set of the local run alone, beside the blueprint's settings. */
enum LocalSetting {
    PIXAPI_PORT("8080", "of the front door, 0 for any free one"),
    PIXAPI_DATA("data", "the folder where everything is kept");

    private final String standard;
    private final String meaning;

    LocalSetting(String standard, String meaning) {
        this.standard = standard;
        this.meaning = meaning;
    }

    String in(Map<String, String> environment) {
        return environment.getOrDefault(name(), standard);
    }

    String standard() {
        return standard;
    }

    String meaning() {
        return meaning;
    }
}
