package io.errortracker.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Class files by the names of their classes, found as resources: no class is loaded. Remembers the latest, also those that there are not.
 * Not thread-safe.
 */
final class ClassFiles {
    private static final int REMEMBERED = 500;

    /** Bytes; methods are at most a sixteenth of it. */
    private static final int LONGEST = 1 << 20;

    private final Function<String, @Nullable InputStream> resources;
    private final Map<String, Optional<ClassFacts>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<ClassFacts>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param resources opens {@code com/acme/Cart.class}; null when there is none */
    ClassFiles(Function<String, @Nullable InputStream> resources) {
        this.resources = resources;
    }

    /** @param name as class files have it: {@code com/acme/Cart}; null when the class file cannot be had */
    @Nullable
    ClassFacts of(String name) {
        Optional<ClassFacts> facts = known.get(name);
        if (facts == null) {
            facts = Optional.ofNullable(read(name));
            known.put(name, facts);
        }
        return facts.orElse(null);
    }

    private @Nullable ClassFacts read(String name) {
        try (InputStream file = open(name + ".class")) {
            byte[] content = file == null ? new byte[0] : file.readNBytes(LONGEST + 1);
            return content.length == 0 || content.length > LONGEST ? null : ClassReading.read(content);
        } catch (IOException | RuntimeException | LinkageError unreadable) {
            // a class loader that is closed already, a class file that an agent or a tool left broken: then names have
            // to do
            return null;
        }
    }

    /** The JDK's own are found everywhere; class loaders of applications need not have them. */
    private @Nullable InputStream open(String path) {
        return path.startsWith("java/") ? ClassLoader.getSystemResourceAsStream(path) : resources.apply(path);
    }
}
