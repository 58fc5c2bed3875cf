package io.errortracker.boot;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a server keeps data that survives redeployment and restart. */
final class DataDirectory {
    private DataDirectory() {}

    /** @param property reads a system property; null when it is not set */
    static Path of(Function<String, @Nullable String> property) {
        return wildFly(property)
                .or(() -> below(property, "server.output.dir", "data"))
                .or(() -> below(property, "wlp.server.dir", "data"))
                .or(() -> below(property, "com.sun.aas.instanceRoot", "data"))
                .or(() -> below(property, "catalina.base", "data"))
                .orElseGet(() -> Path.of(String.valueOf(property.apply("user.home")), ".error-tracker"));
    }

    private static Optional<Path> wildFly(Function<String, @Nullable String> property) {
        return Optional.ofNullable(property.apply("jboss.server.data.dir")).map(Path::of);
    }

    private static Optional<Path> below(Function<String, @Nullable String> property, String name, String directory) {
        return Optional.ofNullable(property.apply(name)).map(root -> Path.of(root, directory));
    }
}
