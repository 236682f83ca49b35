package dev.pixapi.lambda.wiring;

import static dev.pixapi.lambda.blueprint.Setting.PIXAPI_CATALOG;
import static dev.pixapi.lambda.blueprint.Setting.PIXAPI_DEADLINE_SECONDS;
import static dev.pixapi.lambda.blueprint.Setting.PIXAPI_HEARTBEAT_SECONDS;
import static dev.pixapi.lambda.blueprint.Setting.PIXAPI_LEASE_SECONDS;
import static dev.pixapi.lambda.blueprint.Setting.PIXAPI_MAX_ATTEMPTS;
import static dev.pixapi.lambda.blueprint.Setting.PIXAPI_MEDIA_URL;
import static dev.pixapi.lambda.blueprint.Setting.PIXAPI_MEDIA_URL_SECONDS;
import static dev.pixapi.lambda.blueprint.Setting.PIXAPI_METRICS_NAMESPACE;
import static dev.pixapi.lambda.blueprint.Setting.PIXAPI_PROVIDER_TIMEOUT_SECONDS;
import static dev.pixapi.lambda.blueprint.Setting.PIXAPI_RESEND_SECONDS;
import static dev.pixapi.lambda.blueprint.Setting.PIXAPI_STREAMING;

import dev.pixapi.task.TaskSettings;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What can be set, read and checked once.
 *
 * @param streaming false where the front buffers every answer
 * @param media where images are read
 * @param providers how providers are reached, as far as the environment says
 * @param catalog the operator's own
 * @param metricsNamespace of the metrics in CloudWatch; empty for none
 */
public record Settings(
        TaskSettings tasks,
        boolean streaming,
        Media media,
        ProviderSettings providers,
        Optional<Path> catalog,
        Optional<String> metricsNamespace) {

    private static final BigDecimal MILLISECOND = new BigDecimal("0.001");

    /** What CloudWatch takes, but for a colon. */
    private static final Pattern NAMESPACE = Pattern.compile("[0-9A-Za-z._/#-]{1,255}");

    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

    /**
     * @param url what stands before an image's name; empty signs URLs
     * @param life of a signed URL
     */
    public record Media(Optional<String> url, Duration life) {}

    /**
     * @throws IllegalArgumentException naming the variable that is out of its range
     */
    public static Settings of(Environment environment) {
        return new Settings(
                tasks(environment),
                environment.isOn(PIXAPI_STREAMING),
                new Media(
                        environment.text(PIXAPI_MEDIA_URL),
                        environment.seconds(PIXAPI_MEDIA_URL_SECONDS, MINUTE, 604_800)),
                ProviderSettings.of(environment),
                environment.text(PIXAPI_CATALOG).map(Path::of),
                environment.matching(PIXAPI_METRICS_NAMESPACE, NAMESPACE));
    }

    private static TaskSettings tasks(Environment environment) {
        return new TaskSettings(
                environment.seconds(PIXAPI_LEASE_SECONDS, MILLISECOND, 900),
                environment.seconds(PIXAPI_HEARTBEAT_SECONDS, MILLISECOND, 450),
                environment.count(PIXAPI_MAX_ATTEMPTS, 1, 5),
                environment.seconds(PIXAPI_DEADLINE_SECONDS, MILLISECOND, 86_400),
                environment.seconds(PIXAPI_RESEND_SECONDS, MILLISECOND, 900),
                environment.seconds(PIXAPI_PROVIDER_TIMEOUT_SECONDS, MILLISECOND, 240));
    }
}
