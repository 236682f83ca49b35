package dev.pixapi.lambda.wiring;

import static dev.pixapi.lambda.blueprint.Setting.AZURE_OPENAI_API_KEY;
import static dev.pixapi.lambda.blueprint.Setting.AZURE_OPENAI_ENDPOINT;
import static dev.pixapi.lambda.blueprint.Setting.GEMINI_API_KEY;
import static dev.pixapi.lambda.blueprint.Setting.GEMINI_BASE_URL;
import static dev.pixapi.lambda.blueprint.Setting.OPENAI_API_KEY;
import static dev.pixapi.lambda.blueprint.Setting.OPENAI_BASE_URL;
import static dev.pixapi.lambda.blueprint.Setting.PIXAPI_BEDROCK_REGION;
import static dev.pixapi.lambda.blueprint.Setting.PIXAPI_BEDROCK_URL;
import static dev.pixapi.lambda.blueprint.Setting.PIXAPI_CONNECT_TIMEOUT_SECONDS;

import dev.pixapi.lambda.blueprint.Setting;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How providers are reached; empty for those that the operator has not set up.
 *
 * @param openAi by a key, or by a base URL that needs none
 * @param gemini likewise
 * @param azure by the URL of a resource; a key alone leads nowhere
 * @param bedrock by a region
 * @param connectTimeout of each of them
 */
public record ProviderSettings(
        Optional<Keyed> openAi,
        Optional<Keyed> gemini,
        Optional<Keyed> azure,
        Optional<Bedrock> bedrock,
        Duration connectTimeout) {

    private static final URI OPENAI = URI.create("https://api.openai.com/v1");
    private static final URI GEMINI =
            URI.create("https://generativelanguage.googleapis.com/v1beta");
    private static final BigDecimal MILLISECOND = new BigDecimal("0.001");

    /** A provider that knows us by a key; {@code none} for one that wants none. */
    public record Keyed(URI base, String key) {
        /** Without the key. */
        @Override
        public String toString() {
            return base.toString();
        }
    }

    /** Amazon Bedrock, which knows us by our role. */
    public record Bedrock(String region, URI base) {
        /** It becomes part of a host's name. */
        private static final Pattern REGION =
                Pattern.compile("[a-z]{2,4}(-[a-z]{2,12}){1,3}-[0-9]");

        /** Of those that are: {@code us-west-2}. */
        public static boolean isRegion(String text) {
            return REGION.matcher(text).matches();
        }

        public Bedrock {
            if (!isRegion(region)) {
                throw new IllegalArgumentException(PIXAPI_BEDROCK_REGION + " is no region of AWS");
            }
        }
    }

    /**
     * @throws IllegalArgumentException naming the variable that is wrong
     */
    public static ProviderSettings of(Environment environment) {
        return new ProviderSettings(
                keyed(environment, OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI),
                keyed(environment, GEMINI_API_KEY, GEMINI_BASE_URL, GEMINI),
                environment
                        .url(AZURE_OPENAI_ENDPOINT)
                        .map(base -> new Keyed(base, key(environment, AZURE_OPENAI_API_KEY))),
                bedrock(environment),
                environment.seconds(PIXAPI_CONNECT_TIMEOUT_SECONDS, MILLISECOND, 30));
    }

    public boolean areAnySetUp() {
        return Stream.of(openAi, gemini, azure, bedrock).anyMatch(Optional::isPresent);
    }

    private static Optional<Keyed> keyed(
            Environment environment, Setting key, Setting base, URI standard) {
        var url = environment.url(base);
        return environment.text(key).isPresent() || url.isPresent()
                ? Optional.of(new Keyed(url.orElse(standard), key(environment, key)))
                : Optional.empty();
    }

    private static String key(Environment environment, Setting key) {
        return environment.text(key).orElse("none");
    }

    private static Optional<Bedrock> bedrock(Environment environment) {
        var url = environment.url(PIXAPI_BEDROCK_URL);
        return environment
                .text(PIXAPI_BEDROCK_REGION)
                .map(region -> new Bedrock(region, url.orElseGet(() -> address(region))));
    }

    private static URI address(String region) {
        return URI.create("https://bedrock-runtime." + region + ".amazonaws.com");
    }
}
