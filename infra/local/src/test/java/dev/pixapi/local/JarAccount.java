package dev.pixapi.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What is in the jar that is deployed, by library: its bytes add up to those of the file.
 *
 * @param parts by the name of a library
 * @param unknown names of entries that belong to none
 */
record JarAccount(Map<String, Part> parts, List<String> unknown) {
    /** Beside its data, an entry has its name twice and 92 bytes of headers. */
    private static final int HEADERS = 92;

    /** The first prefix that an entry's name has says whose it is. */
    private static final Map<String, String> LIBRARIES = new LinkedHashMap<>();

    static {
        LIBRARIES.put("dev/pixapi/provider/sandbox/", "Pixapi: sandbox and its fonts");
        LIBRARIES.put("dev/pixapi/", "Pixapi");
        LIBRARIES.put("native/Linux/x86_64/", "libwebp for x86_64");
        LIBRARIES.put("native/Linux/aarch64/", "libwebp for arm64");
        LIBRARIES.put("com/luciad/", "WebP for ImageIO");
        LIBRARIES.put("webp-imageio.properties", "WebP for ImageIO");
        LIBRARIES.put("kotlin/", "Kotlin, for WebP");
        LIBRARIES.put("software/amazon/awssdk/services/s3/", "SDK: S3");
        LIBRARIES.put("software/amazon/awssdk/services/dynamodb/", "SDK: DynamoDB");
        LIBRARIES.put("software/amazon/awssdk/services/sqs/", "SDK: SQS");
        LIBRARIES.put("software/amazon/awssdk/services/secretsmanager/", "SDK: Secrets Manager");
        LIBRARIES.put("software/amazon/awssdk/thirdparty/jackson/", "SDK: its Jackson");
        LIBRARIES.put("software/amazon/awssdk/regions/", "SDK: regions");
        LIBRARIES.put("software/amazon/awssdk/", "SDK: the rest");
        LIBRARIES.put("software/amazon/eventstream/", "SDK: the rest");
        LIBRARIES.put("org/reactivestreams/", "SDK: the rest");
        LIBRARIES.put("com/amazonaws/services/lambda/runtime/", "Lambda: interfaces and events");
        LIBRARIES.put("org/joda/time/", "Joda, for events of SQS");
        LIBRARIES.put("org/crac/", "CRaC");
        LIBRARIES.put("tools/jackson/", "Jackson");
        LIBRARIES.put("com/fasterxml/jackson/annotation/", "Jackson");
        LIBRARIES.put("com/github/benmanes/caffeine/", "Caffeine");
        LIBRARIES.put("com/github/f4b6a3/ulid/", "ULIDs");
        LIBRARIES.put("org/apache/fontbox/", "FontBox");
        LIBRARIES.put("org/apache/pdfbox/io/", "FontBox");
        LIBRARIES.put("org/apache/commons/logging/", "logging");
        LIBRARIES.put("org/slf4j/", "logging");
        LIBRARIES.put("org/apache/commons/fileupload2/", "forms");
        LIBRARIES.put("org/apache/commons/io/", "forms");
        LIBRARIES.put("META-INF/services/", "services, licences, notices");
        LIBRARIES.put("META-INF/NOTICE", "services, licences, notices");
        LIBRARIES.put("META-INF/FastDoubleParser-", "services, licences, notices");
        LIBRARIES.put("META-INF/Schubfach-", "services, licences, notices");
        LIBRARIES.put("LICENSE", "services, licences, notices");
        LIBRARIES.put("NOTICE", "services, licences, notices");
    }

    /**
     * @param bytes in the jar, compressed and with headers
     * @param content bytes unpacked
     */
    record Part(int entries, long bytes, long content) {
        static Part of(ZipEntry entry) {
            var name = entry.getName().getBytes(StandardCharsets.UTF_8).length;
            return new Part(1, entry.getCompressedSize() + 2L * name + HEADERS, entry.getSize());
        }

        Part plus(Part other) {
            return new Part(entries + other.entries, bytes + other.bytes, content + other.content);
        }
    }

    static JarAccount of(Path jar) throws IOException {
        var parts = new LinkedHashMap<String, Part>();
        var unknown = new ArrayList<String>();
        try (var file = new ZipFile(jar.toFile())) {
            for (var entry : file.stream().toList()) {
                library(entry.getName())
                        .ifPresentOrElse(
                                name -> parts.merge(name, Part.of(entry), Part::plus),
                                () -> unknown.add(entry.getName()));
            }
        }
        return new JarAccount(parts, unknown);
    }

    private static Optional<String> library(String entry) {
        return LIBRARIES.keySet().stream()
                .filter(entry::startsWith)
                .findFirst()
                .map(LIBRARIES::get);
    }

    /** Prints the account of the jar, the largest first. */
    public static void main(String... arguments) throws IOException {
        var account = of(LambdaJarTest.JAR);
        System.out.printf("%8s %9s %7s%n", "KB", "unpacked", "entries");
        account.parts.entrySet().stream()
                .sorted(Comparator.comparingLong(part -> -part.getValue().bytes()))
                .forEach(part -> print(part.getKey(), part.getValue()));
        print("in all", account.parts.values().stream().reduce(new Part(0, 0, 0), Part::plus));
    }

    private static void print(String name, Part part) {
        System.out.printf(
                "%8d %9d %7d  %s%n", part.bytes / 1000, part.content / 1000, part.entries, name);
    }
}
