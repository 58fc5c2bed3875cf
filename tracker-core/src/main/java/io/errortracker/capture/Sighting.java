package io.errortracker.capture;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What one layer knows of a failure it saw. The first layer's sighting becomes the event; what the others know is added to it.
 *
 * @param mechanism who saw it: {@code jaxrs}, {@code servlet}, {@code cdi}, {@code ejb}, {@code logging}, {@code manual}, ...
 * @param handled whether the application deals with it itself; null when this layer cannot know, and the answer's status tells
 * @param call the intercepted method; null when none was
 * @param logger the logger it came through; null when none
 * @param message what was said about the failure, beside its own message; null when nothing was
 * @param contexts contexts to add, by name
 * @param details what the application adds; null when nothing
 * @param costly adds what takes time to find out; only asked when the failure is let in; null when there is nothing
 * @since 0.1.0
 */
public record Sighting(
        String mechanism,
        @Nullable Boolean handled,
        @Nullable CallFrame call,
        @Nullable String logger,
        @Nullable String message,
        Map<String, Map<String, Object>> contexts,
        @Nullable Consumer<EventDetails> details,
        @Nullable UnaryOperator<Sighting> costly) {

    public static Sighting of(String mechanism, @Nullable Boolean handled) {
        return new Sighting(mechanism, handled, null, null, null, Map.of(), null, null);
    }

    public Sighting call(@Nullable CallFrame newCall) {
        return new Sighting(mechanism, handled, newCall, logger, message, contexts, details, costly);
    }

    public Sighting logger(@Nullable String newLogger) {
        return new Sighting(mechanism, handled, call, newLogger, message, contexts, details, costly);
    }

    public Sighting message(@Nullable String newMessage) {
        return new Sighting(mechanism, handled, call, logger, newMessage, contexts, details, costly);
    }

    public Sighting contexts(Map<String, Map<String, Object>> newContexts) {
        return new Sighting(mechanism, handled, call, logger, message, newContexts, details, costly);
    }

    public Sighting details(@Nullable Consumer<EventDetails> newDetails) {
        return new Sighting(mechanism, handled, call, logger, message, contexts, newDetails, costly);
    }

    public Sighting costly(@Nullable UnaryOperator<Sighting> newCostly) {
        return new Sighting(mechanism, handled, call, logger, message, contexts, details, newCostly);
    }

    /** This, with what takes time to find out. */
    Sighting inFull() {
        return costly == null ? this : costly.apply(costly(null));
    }
}
