package io.errortracker.alert;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.Level;
import io.errortracker.issue.Issue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which events a rule looks at. Texts match whole; one that ends with {@code *} matches what begins so.
 *
 * @param environment null for any
 * @param level this bad or worse; null for any
 * @param release null for any
 * @param entryPoint null for any
 * @param tags that the event must have, by name
 * @param youngerThan how old the issue may be; null for any age
 * @param olderThan how old the issue must be; null for any age
 * @since 0.1.0
 */
public record EventFilter(
        @Nullable String environment,
        @Nullable Level level,
        @Nullable String release,
        @Nullable String entryPoint,
        Map<String, String> tags,
        @Nullable Duration youngerThan,
        @Nullable Duration olderThan) {

    /** Every event. */
    public static final EventFilter ANY = new EventFilter(null, null, null, null, Map.of(), null, null);

    public EventFilter {
        tags = java.util.Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    /** Whether it looks at more than the issue. */
    public boolean looksAtEvents() {
        return environment != null || level != null || release != null || entryPoint != null || !tags.isEmpty();
    }

    boolean passes(Issue issue, Instant now) {
        Duration age = Duration.between(issue.firstSeen(), now);
        return (youngerThan == null || age.compareTo(youngerThan) < 0)
                && (olderThan == null || age.compareTo(olderThan) > 0);
    }

    boolean passes(ErrorEvent event) {
        return matches(environment, event.environment())
                && (level == null || event.level().compareTo(level) <= 0)
                && matches(release, event.release())
                && matches(entryPoint, event.transaction())
                && tags.entrySet().stream()
                        .allMatch(tag -> matches(tag.getValue(), event.tags().get(tag.getKey())));
    }

    /** Whether a text is one that is wanted; {@code wanted} null wants any. */
    static boolean matches(@Nullable String wanted, @Nullable String text) {
        if (wanted == null) {
            return true;
        }
        if (text == null) {
            return false;
        }
        return wanted.endsWith("*") ? text.startsWith(wanted.substring(0, wanted.length() - 1)) : text.equals(wanted);
    }
}
