package io.errortracker.noise;

import io.errortracker.bundled.re2j.Pattern;
import io.errortracker.bundled.re2j.PatternSyntaxException;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Request;
import io.errortracker.health.DropReason;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says whether an event is noise. Takes time linear in the event. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class NoiseFilter {
    private static final List<String> HEALTH_PATHS = List.of(
            "/health",
            "/health/live",
            "/health/ready",
            "/health/started",
            "/healthz",
            "/livez",
            "/readyz",
            "/actuator/health");

    private final NoiseRules rules;
    private final Set<String> exceptions;
    private final List<Pattern> messages;
    private final List<Wildcard> routes;

    /** @throws IllegalArgumentException naming the pattern that cannot be read, and why */
    public NoiseFilter(NoiseRules rules) {
        this.rules = rules;
        this.exceptions = new HashSet<>(rules.exceptions());
        this.messages = rules.messages().stream().map(NoiseFilter::compile).toList();
        this.routes = rules.routes().stream().map(Wildcard::new).toList();
    }

    private static Pattern compile(String pattern) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException broken) {
            throw new IllegalArgumentException(
                    "tracker.ignore.messages holds '" + pattern + "', but it must be an RE2 regular expression: "
                            + broken.getDescription(),
                    broken);
        }
    }

    /** Why the event is noise; null when it is worth storing. */
    public @Nullable DropReason reason(ErrorEvent event) {
        if (rules.clientAborts() && ClientFault.isAbort(event)) {
            return DropReason.CLIENT_ABORT;
        }
        if (rules.clientErrors() && ClientFault.isError(event)) {
            return DropReason.CLIENT_ERROR;
        }
        if (isIgnored(event)) {
            return DropReason.IGNORE_RULE;
        }
        return isInSample(event) ? null : DropReason.SAMPLE_RATE;
    }

    private boolean isIgnored(ErrorEvent event) {
        return (rules.healthChecks() && isHealthCheck(event))
                || event.exceptions().stream().anyMatch(this::isIgnored)
                || matches(event.message())
                || isIgnoredRoute(event.transaction());
    }

    private boolean isIgnored(ExceptionInfo exception) {
        return exceptions.contains(exception.type())
                || exceptions.contains(exception.qualifiedType())
                || matches(exception.value());
    }

    private boolean matches(@Nullable String text) {
        return text != null
                && messages.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }

    private boolean isIgnoredRoute(@Nullable String route) {
        return route != null && routes.stream().anyMatch(wildcard -> wildcard.matches(route));
    }

    private static boolean isHealthCheck(ErrorEvent event) {
        Request request = event.request();
        String url = request == null ? null : request.url();
        return url != null && HEALTH_PATHS.stream().anyMatch(url::endsWith);
    }

    /** The first 32 bits of the id, which is random, as a fraction. */
    private boolean isInSample(ErrorEvent event) {
        if (rules.sampleRate() >= 1.0) {
            return true;
        }
        long bits = Long.parseLong(event.id(), 0, 8, 16);
        return bits / (double) (1L << 32) < rules.sampleRate();
    }
}
