package dev.pixapi.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.lambda.blueprint.Setting;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awscdk.RemovalPolicy;

import java.util.Map;
import java.util.Optional;

class StageTest {
    @Test
    void nothingSaidIsADevelopmentStageThatKeepsItsData() {
        assertEquals(
                new Stage("dev", RemovalPolicy.RETAIN, true, Processor.ARM64, Optional.empty()),
                stage(Map.of()));
    }

    @Test
    void everythingCanBeSaidOtherwise() {
        var said =
                Map.of(
                        "stage", "prod",
                        "removal", "destroy",
                        "streaming", "off",
                        "arch", "x86_64",
                        "bedrock", "us-west-2");
        assertEquals(
                new Stage(
                        "prod",
                        RemovalPolicy.DESTROY,
                        false,
                        Processor.X86_64,
                        Optional.of("us-west-2")),
                stage(said));
    }

    @Test
    void aStageOverridesNoSettingButStreamingOffAndTheRegionOfBedrock() {
        assertEquals(Map.of(), stage(Map.of()).settings());
        assertEquals(
                Map.of(Setting.PIXAPI_STREAMING, "off"),
                stage(Map.of("streaming", "off")).settings());
        assertEquals(
                Map.of(Setting.PIXAPI_BEDROCK_REGION, "eu-west-1"),
                stage(Map.of("bedrock", "eu-west-1")).settings());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stage     | Prod                  | 1 to 20 of a-z, 0-9 and -, a letter first",
                "stage     | 1st                   | 1 to 20 of a-z, 0-9 and -, a letter first",
                "stage     | a-name-of-21-letters- | 1 to 20 of a-z, 0-9 and -, a letter first",
                "removal   | keep                  | retain or destroy",
                "streaming | true                  | on or off",
                "arch      | x86                   | arm64 or x86_64",
                "bedrock   | on                    | a region of AWS, as us-west-2",
                "bedrock   | *                     | a region of AWS, as us-west-2"
            })
    void aWrongValueIsRefusedWithWhatIsAllowed(String name, String given, String allowed) {
        var refusal =
                assertThrows(IllegalArgumentException.class, () -> stage(Map.of(name, given)));
        assertTrue(refusal.getMessage().contains("-c " + name + "=" + given));
        assertTrue(refusal.getMessage().endsWith(allowed));
    }

    private static Stage stage(Map<String, String> context) {
        return Stage.of(name -> Optional.ofNullable(context.get(name)));
    }
}
