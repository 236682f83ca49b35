package dev.pixapi.simulation.guard;

import dev.pixapi.simulation.explore.Simulation;
import dev.pixapi.task.TaskOpener;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Our code with one class compiled anew from another text, beside the code as it is. */
final class Mutant extends ClassLoader {
    private static final String OURS = "dev.pixapi.";

    private final Map<String, byte[]> changed;

    private Mutant(Map<String, byte[]> changed) {
        super(Mutant.class.getClassLoader());
        this.changed = changed;
    }

    /**
     * @param type whose source it is, by its full name
     * @throws AssertionError when the text is no Java
     */
    static Mutant of(String type, String source) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var classes = new HashMap<String, byte[]>();
        var text = new Text(type, source);
        try (var files = new Memory(compiler.getStandardFileManager(null, null, null), classes)) {
            var options =
                    List.of("-proc:none", "-nowarn", "-Xlint:none", "-classpath", classPath());
            if (!compiler.getTask(null, files, null, options, null, List.of(text)).call()) {
                throw new AssertionError(type + " does not compile without its guard");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Mutant(classes);
    }

    /** Of our own code, wherever it was compiled to; what is changed uses no library. */
    private static String classPath() {
        return Stream.of(TaskOpener.class, Simulation.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(URL::getPath)
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        var bytes = changed.get(name);
        if (bytes == null) {
            bytes = unchanged(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] unchanged(String name) throws ClassNotFoundException {
        try (var file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            return file.readAllBytes();
        } catch (IOException failure) {
            throw new ClassNotFoundException(name, failure);
        }
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String source;

        Text(String type, String source) {
            super(URI.create("string:///" + type.replace('.', '/') + ".java"), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, byte[]> classes;

        Memory(JavaFileManager files, Map<String, byte[]> classes) {
            super(files);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String type, Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("bytes:///" + type), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream() {
                        @Override
                        public void close() {
                            classes.put(type, toByteArray());
                        }
                    };
                }
            };
        }
    }
}
