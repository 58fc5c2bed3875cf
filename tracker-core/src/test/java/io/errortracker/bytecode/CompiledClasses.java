package io.errortracker.bytecode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Classes compiled from a source beside the test, as an application's class loader has them. */
final class CompiledClasses extends ClassLoader {
    private final Map<String, byte[]> files;

    private CompiledClasses(Map<String, byte[]> files) {
        super(CompiledClasses.class.getClassLoader());
        this.files = files;
    }

    static CompiledClasses of(String source, String... options) {
        try (InputStream text = Objects.requireNonNull(CompiledClasses.class.getResourceAsStream(source))) {
            return compile(new String(text.readAllBytes(), StandardCharsets.UTF_8), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CompiledClasses compile(String text, String... options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Written written = new Written(compiler.getStandardFileManager(null, null, null));
        StringWriter complaints = new StringWriter();
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("-proc:none", "--release", "17"));
        boolean compiled = compiler.getTask(complaints, written, null, all, null, List.of(new Source(text)))
                .call();
        if (!compiled) {
            throw new IllegalStateException(complaints.toString());
        }
        Map<String, byte[]> files = new HashMap<>();
        written.classes.forEach((path, bytes) -> files.put(path, bytes.toByteArray()));
        return new CompiledClasses(files);
    }

    @Nullable
    InputStream resource(String path) {
        byte[] file = files.get(path);
        return file == null ? null : new ByteArrayInputStream(file);
    }

    @Nullable
    InputStream resourceOfVersion(String path, int version) {
        byte[] file = files.get(path);
        if (file == null) {
            return null;
        }
        byte[] later = file.clone();
        later[7] = (byte) version;
        return new ByteArrayInputStream(later);
    }

    boolean hasLoaded(String name) {
        return findLoadedClass(name) != null;
    }

    /** What a static method throws. */
    Throwable run(String type, String method, String argument) {
        try {
            loadClass(type).getMethod(method, String.class).invoke(null, argument);
            throw new IllegalStateException(method + " threw nothing");
        } catch (InvocationTargetException thrown) {
            return thrown.getTargetException();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] file = files.get(name.replace('.', '/') + ".class");
        if (file == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, file, 0, file.length);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Till.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Written extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

        Written(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
            String path = className.replace('.', '/') + kind.extension;
            return new SimpleJavaFileObject(URI.create("memory:///" + path), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    classes.put(path, bytes);
                    return bytes;
                }
            };
        }
    }
}
