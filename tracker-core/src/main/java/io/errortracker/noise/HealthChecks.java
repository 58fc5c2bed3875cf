package io.errortracker.noise;

import io.errortracker.event.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests that only ask whether the application is well. */
final class HealthChecks {
    private static final List<String> PATHS = List.of(
            "/health",
            "/health/live",
            "/health/ready",
            "/health/started",
            "/healthz",
            "/livez",
            "/readyz",
            "/actuator/health");

    private HealthChecks() {}

    static boolean isOne(@Nullable Request request) {
        String path = Requests.path(request);
        return path != null && PATHS.stream().anyMatch(path::endsWith);
    }
}
