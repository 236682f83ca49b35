package dev.pixapi.cloud.stage;

import dev.pixapi.lambda.blueprint.Setting;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.RetentionDays;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One deployment of Pixapi; {@link Choice} says what each value means and what it is by itself.
 *
 * @param boundary the ARN of the permissions boundary of every role
 */
public record Stage(
        String name,
        Kept kept,
        Compute compute,
        Front front,
        Watch watch,
        Optional<String> boundary) {

    /** What outlives a mistake. */
    public record Kept(RemovalPolicy removal, boolean isProtected, RetentionDays logs) {}

    /**
     * What runs.
     *
     * @param endpoint of the services that functions use; empty for AWS's own
     */
    public record Compute(
            Processor processor,
            boolean snapStart,
            boolean traced,
            int workers,
            Optional<String> bedrock,
            Optional<String> endpoint) {}

    /**
     * What callers meet.
     *
     * @param cdnWait how long CloudFront waits for the API
     * @param firewall requests of one address in five minutes; empty for without
     * @param media the images' own name
     */
    public record Front(
            boolean streaming,
            Cdn cdn,
            Duration cdnWait,
            Throttle throttle,
            Optional<Integer> firewall,
            AccessLogs accessLogs,
            Optional<Domain> api,
            Optional<Domain> media) {}

    /** What CloudFront stands in front of. */
    public enum Cdn {
        NONE,
        MEDIA,
        ALL
    }

    /** Whether calls are noted, and by whose role; there is one for all APIs of a region. */
    public enum AccessLogs {
        OFF,
        ACCOUNT,
        ON
    }

    /** Requests a second, on average and at once. */
    public record Throttle(int rate, int burst) {}

    /** A name of the operator's own, and the ARN of its certificate. */
    public record Domain(String name, String certificate) {
        /** The one region whose certificates CloudFront takes. */
        boolean fitsCloudFront() {
            return certificate.matches("arn:[a-z-]+:acm:us-east-1:.*");
        }
    }

    /**
     * What tells the operator.
     *
     * @param budget US dollars a month
     */
    public record Watch(boolean alarms, Optional<String> email, Optional<Integer> budget) {}

    public String stackName() {
        return "pixapi-" + name;
    }

    /** The settings that this stage takes out of the blueprint's standard. */
    public Map<Setting, String> settings() {
        var settings = new LinkedHashMap<Setting, String>();
        if (!front.streaming()) {
            settings.put(Setting.PIXAPI_STREAMING, "off");
        }
        compute.bedrock().ifPresent(region -> settings.put(Setting.PIXAPI_BEDROCK_REGION, region));
        if (watch.alarms()) {
            settings.put(Setting.PIXAPI_METRICS_NAMESPACE, stackName());
        }
        return settings;
    }
}
