package io.errortracker.capture;

import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for every event of one application.
 *
 * @param environment {@code production}, ...
 * @param release the application's version; null when unknown
 * @param dist the build of that release; null when unknown
 * @param serverName the host's name; null when unknown
 * @param contexts {@code runtime}, {@code os}, ...: contexts that do not change while the application runs
 * @param inApp whether a class, by its binary name, is code of the application itself
 * @since 0.1.0
 */
public record AppFacts(
        String environment,
        @Nullable String release,
        @Nullable String dist,
        @Nullable String serverName,
        Map<String, Map<String, Object>> contexts,
        Predicate<String> inApp) {}
