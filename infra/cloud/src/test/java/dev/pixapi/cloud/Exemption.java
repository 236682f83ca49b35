package dev.pixapi.cloud;

import dev.pixapi.cloud.NagTest.Finding;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A rule of cdk-nag that does not hold at some constructs, for a reason. */
enum Exemption {
    NO_ACCESS_LOGS_OF_AN_EMULATOR(
            "APIG1",
            "Api/Rest/DeploymentStage.(emulator|try-1)/Resource",
            "Emulators lack the account's logging role; a team may go without, too."),
    NO_VALIDATION_AT_THE_GATEWAY(
            "APIG2",
            "Api/Rest/Resource",
            "The handlers check every field, and say which is wrong as OpenAI's API does."),
    NO_FIREWALL_BY_CHOICE(
            "APIG3",
            "Api/Rest/DeploymentStage.(dev|emulator)/Resource",
            "WAF costs by the month whether anybody calls or not; prod has it."),
    KEYS_OF_OUR_OWN(
            "APIG4",
            "Api/Rest/Default/v1/.*",
            "Handlers authenticate by API keys in the Authorization header, as OpenAI's SDKs send"
                    + " them."),
    NO_COGNITO(
            "COG4",
            "Api/Rest/Default/v1/.*",
            "Callers are programs with a key, not people who log in."),
    NO_EXECUTION_LOGS(
            "APIG6",
            "Api/Rest/DeploymentStage.*/Resource",
            "They would hold prompts and keys; there is an access log without them."),
    FROM_ANY_COUNTRY("CFR1", At.CDN, "There is no country whose callers are to be refused."),
    NO_FIREWALL_BEFORE_IMAGES(
            "CFR2",
            At.CDN,
            "An image is read by a name that cannot be guessed; the API's firewall is on the API."),
    NO_LOG_OF_READERS(
            "CFR3",
            At.CDN,
            "It would be a list of names, each of which is the right to read an image."),
    TLS_OF_CLOUDFRONTS_OWN_NAME(
            "CFR4",
            At.CDN,
            "CloudFront fixes it for its own names; a name of a team's own has TLS 1.2."),
    THE_REGIONS_LOGGING_ROLE(
            "IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]",
            "Api/Rest/CloudWatchRole/Resource",
            "One for all APIs of a region, in the form that API Gateway asks for."),
    TRACES(
            "IAM5[Resource::*]",
            At.ROLE,
            "X-Ray's actions know no resource; no other action has this."),
    ANSWERS("IAM5[Resource::<BucketsMedia5BAFF3AF.Arn>/answers/*]", At.ROLE, At.FOLDER),
    FILES("IAM5[Resource::<BucketsMedia5BAFF3AF.Arn>/files/*]", At.ROLE, At.FOLDER),
    IMAGES("IAM5[Resource::<BucketsMedia5BAFF3AF.Arn>/images/*]", At.ROLE, At.FOLDER),
    TASKS("IAM5[Resource::<BucketsMedia5BAFF3AF.Arn>/tasks/*]", At.ROLE, At.FOLDER),
    NO_LOG_OF_THE_BUCKET(
            "S1",
            "Buckets/Media/Resource",
            "It would list prompts' objects and names that are rights to read, and cost more than"
                    + " the reads."),
    KEYS_THAT_PROVIDERS_ROTATE(
            "SMG4",
            "Secrets/ProviderKeys/Resource",
            "Providers have no interface for it; the runbook says how an operator does it."),
    A_PROOF_THAT_A_DEPLOYMENT_ROTATES(
            "SMG4",
            "ApiCdn/Proof/Resource",
            "CloudFront and WAF read it while they are deployed, and would disagree after.");

    private final String rule;

    @SuppressWarnings("ImmutableEnumChecker") // A pattern is.
    private final Pattern path;

    Exemption(String rule, String path, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException(rule + " has no reason");
        }
        this.rule = rule;
        this.path = Pattern.compile(path);
    }

    /** What several have in common. */
    private static final class At {
        static final String CDN = "(MediaCdn|ApiCdn)/Distribution/Resource";
        static final String ROLE = "Functions/[A-Za-z]+Role/DefaultPolicy/Resource";
        static final String FOLDER = "A folder of the bucket, whose objects are not known before.";
    }

    boolean isOf(Finding finding) {
        return finding.rule().equals(rule) && path.matcher(finding.path()).matches();
    }

    static boolean covers(Finding finding) {
        return Stream.of(values()).anyMatch(exemption -> exemption.isOf(finding));
    }
}
