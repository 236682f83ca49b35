package dev.pixapi.cloud.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.lambda.blueprint.Setting;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.RetentionDays;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

class StageTest {
    private static final String CERTIFICATE =
            "arn:aws:acm:us-east-1:111122223333:certificate/0a1b-2c3d";

    @TempDir private Path folder;

    @Test
    void nothingSaidIsADevelopmentStageThatKeepsItsDataAndCostsNextToNothing() throws IOException {
        assertEquals(
                new Stage(
                        "dev",
                        new Stage.Kept(RemovalPolicy.RETAIN, false, RetentionDays.TWO_WEEKS),
                        new Stage.Compute(
                                Processor.ARM64,
                                true,
                                false,
                                5,
                                Optional.empty(),
                                Optional.empty()),
                        new Stage.Front(
                                true,
                                Stage.Cdn.MEDIA,
                                Duration.ofMinutes(1),
                                new Stage.Throttle(20, 40),
                                Optional.empty(),
                                Stage.AccessLogs.ON,
                                Optional.empty(),
                                Optional.empty()),
                        new Stage.Watch(false, Optional.empty(), Optional.empty()),
                        Optional.empty()),
                stage("{}"));
    }

    @Test
    void productionIsProtectedFilteredAndWatched() throws IOException {
        var prod = stage("{}", "stage=prod");
        assertEquals(
                new Stage.Kept(RemovalPolicy.RETAIN, true, RetentionDays.TWO_MONTHS), prod.kept());
        assertEquals(Optional.of(10_000), prod.front().firewall());
        assertEquals(true, prod.watch().alarms());
    }

    @Test
    void anEmulatorGetsWhatEmulatorsHave() throws IOException {
        var emulator = stage("{}", "stage=emulator");
        assertEquals(RemovalPolicy.DESTROY, emulator.kept().removal());
        assertEquals(
                new Stage.Compute(
                        Processor.X86_64,
                        false,
                        false,
                        2,
                        Optional.empty(),
                        Optional.of("http://localhost.localstack.cloud:4566")),
                emulator.compute());
        assertEquals(Stage.Cdn.NONE, emulator.front().cdn());
        assertEquals(Stage.AccessLogs.OFF, emulator.front().accessLogs());
        assertEquals(Optional.empty(), emulator.front().firewall());
        assertEquals(false, emulator.front().streaming());
    }

    @Test
    void theCommandLineCountsBeforeTheTeamsFileAndThatBeforeTheStandard() throws IOException {
        var file = "{\"prod\": {\"workers\": 30, \"rate\": \"300\"}, \"dev\": {\"rate\": 1}}";
        var stage = stage(file, "stage=prod", "rate=9");
        assertEquals(30, stage.compute().workers());
        assertEquals(new Stage.Throttle(9, 400), stage.front().throttle());
    }

    @Test
    void anEmptyValueIsWithout() throws IOException {
        var file = "{\"dev\": {\"email\": \"ops@example.com\"}}";
        assertEquals(Optional.of("ops@example.com"), stage(file).watch().email());
        assertEquals(Optional.empty(), stage(file, "email=").watch().email());
    }

    @Test
    void ownNamesComeWithTheirCertificates() throws IOException {
        var front =
                stage(
                                "{}",
                                "domain=api.example.com",
                                "certificate=" + CERTIFICATE,
                                "media_domain=images.example.com",
                                "media_certificate=" + CERTIFICATE)
                        .front();
        assertEquals(Optional.of(new Stage.Domain("api.example.com", CERTIFICATE)), front.api());
        assertEquals(
                Optional.of(new Stage.Domain("images.example.com", CERTIFICATE)), front.media());
    }

    @Test
    void aStageOverridesNoSettingButStreamingOffTheRegionOfBedrockAndWhereMetricsGo()
            throws IOException {
        assertEquals(Map.of(), stage("{}").settings());
        assertEquals(
                Map.of(Setting.PIXAPI_STREAMING, "off"), stage("{}", "streaming=off").settings());
        assertEquals(
                Map.of(Setting.PIXAPI_BEDROCK_REGION, "eu-west-1"),
                stage("{}", "bedrock=eu-west-1").settings());
        assertEquals(
                Map.of(Setting.PIXAPI_METRICS_NAMESPACE, "pixapi-try"),
                stage("{}", "alarms=on", "name=try").settings());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stage=test            | dev, prod, emulator",
                "name=Prod             | 1 to 20 of a-z, 0-9 and -, a letter first",
                "name=1st              | 1 to 20 of a-z, 0-9 and -, a letter first",
                "name=a-name-of-21-letters- | 1 to 20 of a-z, 0-9 and -, a letter first",
                "name=                 | 1 to 20 of a-z, 0-9 and -, a letter first",
                "removal=keep          | retain or destroy",
                "protection=yes        | on or off",
                "streaming=true        | on or off",
                "snapstart=            | on or off",
                "arch=x86              | arm64 or x86_64",
                "logs=10               | 1, 3, 5, 7, 14, 30, 60, 90, 180, 365 or 731",
                "workers=1             | 2 to 1000",
                "workers=1001          | 2 to 1000",
                "workers=5.0           | 2 to 1000",
                "workers=9999999999999 | 2 to 1000",
                "cdn=on                | none, media or all",
                "rate=0                | 1 to 10000",
                "burst=5001            | 1 to 5000",
                "firewall=9            | off, or 10 to 2000000000",
                "firewall=2000000001   | off, or 10 to 2000000000",
                "domain=example        | a host's name, together with certificate",
                "cdn_wait=29           | 30 to 180",
                "cdn_wait=181          | 30 to 180",
                "access_logs=yes       | on, account or off",
                "certificate=arn:aws:iam::1:x | the ARN of a certificate of ACM, together with"
                        + " domain; of us-east-1 where cdn is all",
                "email=ops             | an email address",
                "endpoint=localhost:80 | an http URL",
                "endpoint=http://      | an http URL",
                "bedrock=on            | a region of AWS, as us-west-2",
                "bedrock=*             | a region of AWS, as us-west-2",
                "boundary=Boundary     | the ARN of a policy of IAM"
            })
    void aWrongValueIsRefusedWithWhatIsAllowed(String given, String allowed) {
        assertRefused("-c " + given + " is not allowed; it may be " + allowed, "{}", given);
    }

    @Test
    void halfOfAPairIsRefusedByTheNameOfTheMissingHalf() {
        assertRefused(
                "-c certificate= is not allowed; it may be the ARN of a certificate of ACM,"
                        + " together with domain; of us-east-1 where cdn is all",
                "{}",
                "domain=api.example.com");
        assertRefused("-c email= is not allowed; it may be an email address", "{}", "budget=50");
        assertRefused(
                "-c media_domain=i.example.com is not allowed; it may be a host's name other than"
                        + " domain, together with media_certificate and cdn",
                "{}",
                "cdn=none",
                "media_domain=i.example.com",
                "media_certificate=" + CERTIFICATE);
    }

    @Test
    void cloudFrontTakesCertificatesOfOneRegionOnly() throws IOException {
        var elsewhere = CERTIFICATE.replace("us-east-1", "eu-west-1");
        String[] api = {"domain=api.example.com", "certificate=" + elsewhere};
        assertEquals(
                Optional.of(new Stage.Domain("api.example.com", elsewhere)),
                stage("{}", api).front().api());
        assertRefused(
                "-c certificate="
                        + elsewhere
                        + " is not allowed; it may be the ARN of a certificate of ACM, together"
                        + " with domain; of us-east-1 where cdn is all",
                "{}",
                "cdn=all",
                api[0],
                api[1]);
        assertRefused(
                "-c media_certificate="
                        + elsewhere
                        + " is not allowed; it may be the ARN of a certificate of ACM in"
                        + " us-east-1, together with media_domain",
                "{}",
                "media_domain=i.example.com",
                "media_certificate=" + elsewhere);
    }

    @Test
    void oneNameCannotLeadToTheApiAndToTheImages() {
        assertRefused(
                "-c media_domain=a.example.com is not allowed; it may be a host's name other than"
                        + " domain, together with media_certificate and cdn",
                "{}",
                "domain=a.example.com",
                "certificate=" + CERTIFICATE,
                "media_domain=a.example.com",
                "media_certificate=" + CERTIFICATE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"dev\": {\"logs\": 10}}    | stages.json: dev.logs=10 is not allowed; it may be"
                        + " 1, 3, 5, 7, 14, 30, 60, 90, 180, 365 or 731",
                "{\"test\": {}}               | stages.json: there is no test; there are dev, prod,"
                        + " emulator"
            })
    void aFaultInTheTeamsFileIsNamedWithItsPlace(String file, String message) {
        assertRefused(message, file);
    }

    @Test
    void aSlipInAnotherStageOfTheFileShowsToo() {
        var refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> stage("{\"prod\": {\"emial\": \"a@b\"}}"));
        assertTrue(
                refusal.getMessage()
                        .startsWith("stages.json: there is no prod.emial; there are name, "));
    }

    private void assertRefused(String message, String file, String... given) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> stage(file, given));
        assertEquals(message, refusal.getMessage());
    }

    private Stage stage(String file, String... given) throws IOException {
        var stages = Files.writeString(folder.resolve(StagesJson.FILE), file);
        return StageReader.read(
                name ->
                        Arrays.stream(given)
                                .filter(pair -> pair.startsWith(name + "="))
                                .map(pair -> pair.substring(name.length() + 1))
                                .findAny(),
                stages);
    }
}
