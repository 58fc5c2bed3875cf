package io.errortracker.capture;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one layer knows of a failure it saw. The first layer's sighting becomes the event; what the others know is added to it.
 *
 * @param mechanism who saw it: {@code jaxrs}, {@code servlet}, {@code cdi}, {@code ejb}, {@code logging}, {@code manual}, ...
 * @param handled whether the application deals with it itself; null when this layer cannot know, and the answer's status tells
 * @param call the intercepted method; null when none was
 * @param logger the logger it came through; null when none
 * @param contexts contexts to add, by name
 * @param details what the application adds; null when nothing
 * @since 0.1.0
 */
public record Sighting(
        String mechanism,
        @Nullable Boolean handled,
        @Nullable CallFrame call,
        @Nullable String logger,
        Map<String, Map<String, Object>> contexts,
        @Nullable Consumer<EventDetails> details) {

    public static Sighting of(String mechanism, @Nullable Boolean handled) {
        return new Sighting(mechanism, handled, null, null, Map.of(), null);
    }

    public Sighting call(@Nullable CallFrame newCall) {
        return new Sighting(mechanism, handled, newCall, logger, contexts, details);
    }

    public Sighting logger(@Nullable String newLogger) {
        return new Sighting(mechanism, handled, call, newLogger, contexts, details);
    }

    public Sighting contexts(Map<String, Map<String, Object>> newContexts) {
        return new Sighting(mechanism, handled, call, logger, newContexts, details);
    }

    public Sighting details(@Nullable Consumer<EventDetails> newDetails) {
        return new Sighting(mechanism, handled, call, logger, contexts, newDetails);
    }
}
