package dev.pixapi.cloud.stage;

import dev.pixapi.lambda.wiring.ProviderSettings;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.RetentionDays;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a stage out of what was chosen, and refuses what is not allowed. */
public record StageReader(Choices choices) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,19}");
    private static final Pattern HOST =
            Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");
    private static final Pattern ENDPOINT =
            Pattern.compile("https?://[a-zA-Z0-9.-]{1,253}(:[0-9]{1,5})?");
    private static final Pattern CERTIFICATE =
            Pattern.compile("arn:[a-z-]+:acm:[a-z0-9-]+:[0-9]{12}:certificate/[0-9a-zA-Z-]+");
    private static final Pattern POLICY =
            Pattern.compile("arn:[a-z-]+:iam::([0-9]{12}|aws):policy/[\\w+=,.@/-]+");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");

    private static final Map<String, RetentionDays> DAYS =
            Map.ofEntries(
                    Map.entry("1", RetentionDays.ONE_DAY),
                    Map.entry("3", RetentionDays.THREE_DAYS),
                    Map.entry("5", RetentionDays.FIVE_DAYS),
                    Map.entry("7", RetentionDays.ONE_WEEK),
                    Map.entry("14", RetentionDays.TWO_WEEKS),
                    Map.entry("30", RetentionDays.ONE_MONTH),
                    Map.entry("60", RetentionDays.TWO_MONTHS),
                    Map.entry("90", RetentionDays.THREE_MONTHS),
                    Map.entry("180", RetentionDays.SIX_MONTHS),
                    Map.entry("365", RetentionDays.ONE_YEAR),
                    Map.entry("731", RetentionDays.TWO_YEARS));

    /**
     * @param given what stands behind {@code -c NAME=} on the command line, by its name
     * @param stages the team's file
     * @throws IllegalArgumentException with the name, what was given where, and what is allowed
     */
    public static Stage read(Function<String, Optional<String>> given, Path stages) {
        var name = given.apply("stage").orElse(StageKind.DEV.wireName());
        var kind =
                StageKind.named(name)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "-c stage="
                                                        + name
                                                        + " is not allowed; it may be "
                                                        + StagesJson.kinds()));
        return new StageReader(new Choices(kind, given, StagesJson.read(stages, kind))).stage();
    }

    private Stage stage() {
        return new Stage(
                choices.of(Choice.NAME, name -> Optional.of(name).filter(NAME.asMatchPredicate())),
                kept(),
                compute(),
                front(),
                watch(),
                choices.matching(Choice.BOUNDARY, POLICY));
    }

    private Stage.Kept kept() {
        return new Stage.Kept(
                choices.of(Choice.REMOVAL, StageReader::removal),
                choices.isOn(Choice.PROTECTION),
                choices.of(Choice.LOGS, days -> Optional.ofNullable(DAYS.get(days))));
    }

    private Stage.Compute compute() {
        return new Stage.Compute(
                choices.of(Choice.ARCH, Processor::named),
                choices.isOn(Choice.SNAPSTART),
                choices.isOn(Choice.TRACING),
                choices.number(Choice.WORKERS, 2, 1000),
                choices.matching(Choice.BEDROCK, ProviderSettings.Bedrock::isRegion),
                choices.matching(Choice.ENDPOINT, ENDPOINT));
    }

    private Stage.Front front() {
        var cdn = choices.of(Choice.CDN, value -> named(Stage.Cdn.values(), value));
        var api = domain(Choice.DOMAIN, Choice.CERTIFICATE);
        if (cdn == Stage.Cdn.ALL && !fitsCloudFront(api)) {
            throw choices.wrong(Choice.CERTIFICATE);
        }
        return new Stage.Front(
                choices.isOn(Choice.STREAMING),
                cdn,
                Duration.ofSeconds(
                        choices.number(
                                Choice.CDN_WAIT,
                                (int) FrontLimits.LEAST_WAIT.toSeconds(),
                                (int) FrontLimits.MOST_WAIT.toSeconds())),
                new Stage.Throttle(
                        choices.number(Choice.RATE, 1, FrontLimits.MOST_RATE),
                        choices.number(Choice.BURST, 1, FrontLimits.MOST_BURST)),
                choices.text(Choice.FIREWALL)
                        .filter(value -> !value.equals("off"))
                        .map(
                                _ ->
                                        choices.number(
                                                Choice.FIREWALL,
                                                FrontLimits.LEAST_FIREWALL,
                                                FrontLimits.MOST_FIREWALL)),
                choices.of(Choice.ACCESS_LOGS, value -> named(Stage.AccessLogs.values(), value)),
                api,
                media(cdn, api));
    }

    private Optional<Stage.Domain> media(Stage.Cdn cdn, Optional<Stage.Domain> api) {
        var media = domain(Choice.MEDIA_DOMAIN, Choice.MEDIA_CERTIFICATE);
        var taken = media.isPresent() && host(media).equals(host(api));
        if (taken || (media.isPresent() && cdn == Stage.Cdn.NONE)) {
            throw choices.wrong(Choice.MEDIA_DOMAIN);
        }
        if (!fitsCloudFront(media)) {
            throw choices.wrong(Choice.MEDIA_CERTIFICATE);
        }
        return media;
    }

    private static Optional<String> host(Optional<Stage.Domain> domain) {
        return domain.map(Stage.Domain::name);
    }

    private static boolean fitsCloudFront(Optional<Stage.Domain> domain) {
        return domain.stream().allMatch(Stage.Domain::fitsCloudFront);
    }

    private Stage.Watch watch() {
        var email = choices.matching(Choice.EMAIL, EMAIL);
        var budget = choices.text(Choice.BUDGET);
        if (budget.isPresent() && email.isEmpty()) {
            throw choices.wrong(Choice.EMAIL);
        }
        return new Stage.Watch(
                choices.isOn(Choice.ALARMS),
                email,
                budget.map(_ -> choices.number(Choice.BUDGET, 1, 1_000_000)));
    }

    private Optional<Stage.Domain> domain(Choice domain, Choice certificate) {
        var name = choices.matching(domain, HOST);
        var arn = choices.matching(certificate, CERTIFICATE);
        if (name.isPresent() != arn.isPresent()) {
            throw choices.wrong(name.isPresent() ? certificate : domain);
        }
        return name.flatMap(host -> arn.map(found -> new Stage.Domain(host, found)));
    }

    private static Optional<RemovalPolicy> removal(String given) {
        return switch (given) {
            case "retain" -> Optional.of(RemovalPolicy.RETAIN);
            case "destroy" -> Optional.of(RemovalPolicy.DESTROY);
            default -> Optional.empty();
        };
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String given) {
        return Stream.of(all)
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(given))
                .findAny();
    }
}
