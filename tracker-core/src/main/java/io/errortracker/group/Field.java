package io.errortracker.group;

import io.errortracker.event.ErrorEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule can ask for or put into a fingerprint.
 *
 * @param name as it is written, without the tag's name
 * @param tag the tag's name; null for the others
 */
record Field(String name, @Nullable String tag) {
    static final List<String> CONDITIONS = List.of(
            "type",
            "message",
            "module",
            "function",
            "logger",
            "level",
            "release",
            "environment",
            "transaction",
            "platform",
            "tag.NAME");
    static final List<String> VALUES = List.of(
            "default",
            "type",
            "module",
            "function",
            "message",
            "logger",
            "level",
            "release",
            "environment",
            "transaction",
            "platform",
            "tag.NAME");

    /** Null when there is none of this name. {@code tags.NAME}, as Sentry writes it, is read too. */
    static @Nullable Field named(String name) {
        int dot = name.indexOf('.');
        if (dot > 0 && dot + 1 < name.length() && (name.startsWith("tag.") || name.startsWith("tags."))) {
            return new Field("tag", name.substring(dot + 1));
        }
        return VALUES.contains(name) && dot < 0 ? new Field(name, null) : null;
    }

    boolean isDefault() {
        return name.equals("default");
    }

    boolean isCondition() {
        return !isDefault();
    }

    boolean isOfAFrame() {
        return name.equals("module") || name.equals("function");
    }

    /** The event's own value; empty when it has none, or several as exceptions and frames may. */
    String of(ErrorEvent event) {
        return switch (name) {
            case "tag" -> event.tags().getOrDefault(tag, "");
            case "logger" -> orEmpty(event.logger());
            case "level" -> event.level().label();
            case "release" -> orEmpty(event.release());
            case "environment" -> orEmpty(event.environment());
            case "transaction" -> orEmpty(event.transaction());
            case "platform" -> event.platform();
            default -> "";
        };
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
