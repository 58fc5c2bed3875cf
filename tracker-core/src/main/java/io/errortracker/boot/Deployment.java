package io.errortracker.boot;

import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The application that the tracker works for, as its container tells it.
 *
 * @param loader the application's class loader
 * @param contextPath {@code /shop}; empty for the root
 * @param serverInfo what the server calls itself: {@code WildFly Full 39.0.1.Final (...)}
 * @param packages packages that lie in {@code WEB-INF/classes}
 * @param resource opens a file of the deployment by its path, such as {@code /META-INF/MANIFEST.MF}; null when there is none
 * @since 0.1.0
 */
public record Deployment(
        ClassLoader loader,
        String contextPath,
        String serverInfo,
        Set<String> packages,
        Function<String, @Nullable InputStream> resource) {

    public Deployment {
        packages = Set.copyOf(packages);
    }

    /** A name for files and pages: {@code shop}; {@code root} for the root. */
    public String name() {
        String name = contextPath.replaceAll("[^A-Za-z0-9.-]+", "-").replaceAll("^-+|-+$", "");
        return name.isEmpty() ? "root" : name.toLowerCase(Locale.ROOT);
    }
}
