import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes the jar that is deployed: ProGuard removes what no handler reaches (keep.pro says what is
 * reached by reflection), then the same entries always make the same bytes. Run from its source by
 * the build, with ProGuard on the class path; see docs/adr/0017.
 */
class Shrink {
    /**
     * @param arguments the jar of everything, the jar to make, the rules, and the time of its
     *     entries (ISO 8601); what is made on the way stands beside the first
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var whole = Path.of(arguments[0]);
        var target = Path.of(arguments[1]);
        var jdk = whole.resolveSibling("jdk.jar");
        var shrunk = whole.resolveSibling("shrunk.jar");
        writeJdk(jdk);
        shrink(whole, jdk, shrunk, Path.of(arguments[2]));
        repack(shrunk, target, Instant.parse(arguments[3]));
        Files.delete(jdk);
    }

    /** ProGuard reads jars only, and a JDK need not have its classes in any (JEP 493). */
    private static void writeJdk(Path jar) throws IOException {
        var modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
        try (var out = new ZipOutputStream(Files.newOutputStream(jar));
                var files = Files.find(modules, Integer.MAX_VALUE, Shrink::isStandardClass)) {
            out.setLevel(Deflater.NO_COMPRESSION);
            for (var file : (Iterable<Path>) files::iterator) {
                var module = modules.resolve(file.getName(1));
                out.putNextEntry(new ZipEntry(module.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }

    /** Of Java's own modules: code that refers to another one refers to what is missing. */
    private static boolean isStandardClass(Path file, BasicFileAttributes attributes) {
        return attributes.isRegularFile()
                && file.toString()
                        .matches("/modules/(java[.][^/]+|jdk[.]unsupported)/.+/.+[.]class");
    }

    /** In a JVM of its own: ProGuard is a program to run, not a library to build upon. */
    private static void shrink(Path whole, Path jdk, Path shrunk, Path rules)
            throws IOException, InterruptedException {
        Files.deleteIfExists(shrunk);
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "proguard.ProGuard",
                        "-injars",
                        quoted(whole),
                        "-libraryjars",
                        quoted(jdk),
                        "-outjars",
                        quoted(shrunk),
                        "-include",
                        quoted(rules));
        var status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException("ProGuard ended with status " + status);
        }
    }

    /** ProGuard's parser splits paths at spaces. */
    private static String quoted(Path path) {
        return "'" + path.toAbsolutePath() + "'";
    }

    /** ProGuard stamps entries with the time of day; here they have one order and one time. */
    private static void repack(Path from, Path to, Instant time) throws IOException {
        var stamp = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        try (var jar = new ZipFile(from.toFile());
                OutputStream file = Files.newOutputStream(to);
                var out = new ZipOutputStream(file)) {
            out.setLevel(Deflater.BEST_COMPRESSION);
            for (var name : jar.stream().map(ZipEntry::getName).sorted().toList()) {
                var entry = new ZipEntry(name);
                entry.setTimeLocal(stamp);
                out.putNextEntry(entry);
                jar.getInputStream(jar.getEntry(name)).transferTo(out);
            }
        }
    }
}
