package io.errortracker.event;

import java.util.Locale;
import java.util.Optional;

/**
 * How bad an event is, worst first, in Sentry's words.
 *
 * @since 0.1.0
 */
public enum Level {
    FATAL,
    ERROR,
    WARNING,
    INFO,
    DEBUG;

    /** The word used in JSON, in search and on the pages: {@code fatal}, {@code error}, ... */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level with this label, in any case; {@code warn} and {@code log} are read as Sentry's SDKs mean them. */
    public static Optional<Level> ofLabel(String label) {
        return switch (label.toLowerCase(Locale.ROOT)) {
            case "fatal", "critical" -> Optional.of(FATAL);
            case "error" -> Optional.of(ERROR);
            case "warning", "warn" -> Optional.of(WARNING);
            case "info", "log" -> Optional.of(INFO);
            case "debug", "trace" -> Optional.of(DEBUG);
            default -> Optional.empty();
        };
    }
}
