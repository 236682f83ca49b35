package dev.pixapi.cloud.stage;

import java.time.Duration;

/**
 * What AWS's front doors allow, where a stage chooses. What they allow by themselves stands where
 * it matters: the largest body in {@code GatewayAnswer}, the longest run in {@code Limits}.
 */
public final class FrontLimits {
    /** The longest that API Gateway waits for an answer that it buffers. */
    public static final Duration BUFFERED = Duration.ofSeconds(29);

    /**
     * Of all APIs of an account in a region; raised on request.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html">quotas of
     *     API Gateway</a>
     */
    static final int MOST_RATE = 10_000;

    static final int MOST_BURST = 5_000;

    /**
     * In the time over which WAF counts.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/waf/latest/APIReference/API_RateBasedStatement.html">rate-based
     *     rules</a>
     */
    static final int LEAST_FIREWALL = 10;

    static final int MOST_FIREWALL = 2_000_000_000;

    /** Every answer that API Gateway buffers comes in time. */
    static final Duration LEAST_WAIT = BUFFERED.plusSeconds(1);

    /**
     * Of CloudFront, with a quota raised as far as CDK knows.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html">response
     *     timeout</a>
     */
    static final Duration MOST_WAIT = Duration.ofMinutes(3);

    private FrontLimits() {}
}
