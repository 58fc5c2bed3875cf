package io.errortracker.event;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened before the error.
 *
 * @param timestamp when; null until it is added to a scope, which then sets it
 * @param type Sentry's breadcrumb type: {@code default}, {@code http}, {@code navigation}, {@code query}, ...
 * @param category where from: a logger's name, {@code http}, the application's own word; null when unknown
 * @param message null when the data says it all
 * @param level how bad it was
 * @param data details as JSON-like values; never null
 * @since 0.1.0
 */
public record Breadcrumb(
        @Nullable Instant timestamp,
        String type,
        @Nullable String category,
        @Nullable String message,
        Level level,
        Map<String, Object> data) {

    public Breadcrumb {
        data = Values.copyOf(data);
    }

    public static Breadcrumb of(String category, String message) {
        return new Breadcrumb(null, "default", category, message, Level.INFO, Map.of());
    }

    public Breadcrumb at(Instant newTimestamp) {
        return new Breadcrumb(newTimestamp, type, category, message, level, data);
    }

    public Breadcrumb type(String newType) {
        return new Breadcrumb(timestamp, newType, category, message, level, data);
    }

    public Breadcrumb level(Level newLevel) {
        return new Breadcrumb(timestamp, type, category, message, newLevel, data);
    }

    public Breadcrumb data(String key, Object value) {
        return new Breadcrumb(timestamp, type, category, message, level, Values.plus(data, key, value));
    }
}
