package dev.pixapi.cloud.docs;

import org.junit.jupiter.api.Test;

class ArchitectureDocTest {
    private static final String FILE = "docs/architecture.md";

    @Test
    void theDiagramIsTheBlueprint() {
        new GeneratedText(FILE, "diagram").is(Diagram.text());
    }

    @Test
    void theTableOfRightsIsTheBlueprint() {
        new GeneratedText(FILE, "rights").is(RightsTable.text());
    }

    @Test
    void theTableOfFunctionsIsTheBlueprint() {
        new GeneratedText(FILE, "functions").is(FunctionsTable.text());
    }
}
