package dev.pixapi.cloud.stage;

import java.util.Arrays;
import java.util.Optional;

/**
 * Everything that a stage decides. What holds is the first that is said: on the command line
 * ({@code -c NAME=VALUE}), in the team's {@code stages.json}, or here. An empty value means
 * without.
 */
public enum Choice {
    NAME(
            "name",
            new Standards("dev", "prod", "emulator"),
            "1 to 20 of a-z, 0-9 and -, a letter first",
            "part of the stack's name and of the API's URL"),
    REMOVAL(
            "removal",
            new Standards("retain", "retain", "destroy"),
            "retain or destroy",
            "what becomes of tables, media, secrets and logs when the stack is deleted"),
    PROTECTION(
            "protection",
            new Standards("off", "on", "off"),
            "on or off",
            "whether AWS refuses to delete tables and the stack, and keeps the functions' versions"
                    + " to go back to"),
    LOGS(
            "logs",
            new Standards("14", "60", "1"),
            "1, 3, 5, 7, 14, 30, 60, 90, 180, 365 or 731",
            "days that logs are kept"),
    ARCH(
            "arch",
            new Standards("arm64", "arm64", "x86_64"),
            "arm64 or x86_64",
            "the functions' processor"),
    SNAPSTART(
            "snapstart",
            new Standards("on", "on", "off"),
            "on or off",
            "whether functions start from a snapshot of a warm one"),
    TRACING(
            "tracing",
            new Standards("off", "on", "off"),
            "on or off",
            "whether X-Ray traces; where calls are few, this costs more than they do"),
    WORKERS(
            "workers",
            // A new AWS account runs ten functions at once in all: half of them stay free for the
            // API.
            new Standards("5", "5", "2"),
            "2 to 1000",
            "the most tasks that the queue's worker runs at a time"),
    STREAMING(
            "streaming",
            new Standards("on", "on", "off"),
            "on or off",
            "off where what stands in front buffers answers (sam local, emulators)"),
    CDN(
            "cdn",
            new Standards("media", "media", "none"),
            "none, media or all",
            "what CloudFront stands in front of; none signs URLs of the bucket"),
    CDN_WAIT(
            "cdn_wait",
            new Standards("60", "60", "60"),
            "30 to 180",
            "seconds that CloudFront waits for the API where cdn is all; a request for an image"
                + " that takes longer ends with a 504 while its task goes on; more than 60 may take"
                + " a raised quota of the account"),
    RATE(
            "rate",
            new Standards("20", "200", "100"),
            "1 to 10000",
            "requests a second that the API takes, on average"),
    BURST(
            "burst",
            new Standards("40", "400", "200"),
            "1 to 5000",
            "requests that the API takes at once"),
    FIREWALL(
            "firewall",
            // 33 a second: a business behind one address, whose programs poll.
            new Standards("off", "10000", "off"),
            "off, or 10 to 2000000000",
            "requests that one address may make in five minutes; off is without WAF, which costs by"
                    + " the month"),
    ACCESS_LOGS(
            "access_logs",
            new Standards("on", "on", "off"),
            "on, account or off",
            "whether API Gateway notes each call; on gives all of the account's APIs in this region"
                    + " a role to log with, account uses the one that they have"),
    DOMAIN(
            "domain",
            Standards.NONE,
            "a host's name, together with certificate",
            "the API's own name"),
    CERTIFICATE(
            "certificate",
            Standards.NONE,
            "the ARN of a certificate of ACM, together with domain; of us-east-1 where cdn is all",
            "the API's certificate: in the stack's region, but for cdn=all"),
    MEDIA_DOMAIN(
            "media_domain",
            Standards.NONE,
            "a host's name other than domain, together with media_certificate and cdn",
            "the images' own name"),
    MEDIA_CERTIFICATE(
            "media_certificate",
            Standards.NONE,
            "the ARN of a certificate of ACM in us-east-1, together with media_domain",
            "the images' certificate"),
    ALARMS(
            "alarms",
            new Standards("off", "on", "off"),
            "on or off",
            "whether there are metrics of our own, alarms and a dashboard, which cost by the"
                    + " month"),
    EMAIL("email", Standards.NONE, "an email address", "who gets alarms"),
    BUDGET(
            "budget",
            Standards.NONE,
            "1 to 1000000",
            "US dollars a month, of the whole account, that email is told of; needs email"),
    BEDROCK(
            "bedrock",
            Standards.NONE,
            "a region of AWS, as us-west-2",
            "whose Bedrock is asked for Stability's models"),
    ENDPOINT(
            "endpoint",
            // LocalStack's own name, which it resolves to itself inside its functions.
            new Standards("", "", "http://localhost.localstack.cloud:4566"),
            "an http URL",
            "where functions find DynamoDB, S3, SQS and Secrets Manager instead of at AWS"),
    BOUNDARY(
            "boundary",
            Standards.NONE,
            "the ARN of a policy of IAM",
            "the permissions boundary of every role");

    private final String wireName;

    @SuppressWarnings("ImmutableEnumChecker") // A record of texts is.
    private final Standards standards;

    private final String allowed;
    private final String meaning;

    Choice(String wireName, Standards standards, String allowed, String meaning) {
        this.wireName = wireName;
        this.standards = standards;
        this.allowed = allowed;
        this.meaning = meaning;
    }

    /** What holds where nothing is said. */
    private record Standards(String dev, String prod, String emulator) {
        static final Standards NONE = new Standards("", "", "");
    }

    static Optional<Choice> named(String wireName) {
        return Arrays.stream(values()).filter(c -> c.wireName.equals(wireName)).findAny();
    }

    public String wireName() {
        return wireName;
    }

    String standard(StageKind kind) {
        return switch (kind) {
            case DEV -> standards.dev();
            case PROD -> standards.prod();
            case EMULATOR -> standards.emulator();
        };
    }

    /** What it may be, to be read behind "it may be". */
    String allowed() {
        return allowed;
    }

    String meaning() {
        return meaning;
    }
}
