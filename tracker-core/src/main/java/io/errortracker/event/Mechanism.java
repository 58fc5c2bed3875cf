package io.errortracker.event;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an exception came to be captured, and where it hangs in the tree of causes, as in Sentry's event JSON.
 *
 * @param type who saw it: {@code jaxrs}, {@code servlet}, {@code cdi}, {@code ejb}, {@code logging}, {@code manual},
 *     {@code uncaught}, ...; {@code chained} for causes and suppressed exceptions
 * @param handled whether the application dealt with it (caught it, or mapped it to a response); null when unknown
 * @param source how it hangs below its parent: {@code cause} or {@code suppressed[0]}; null for the thrown exception itself
 * @param exceptionId number of this exception in the event, from 0; -1 when unknown
 * @param parentId number of the exception it is a cause of or suppressed by; -1 for the thrown exception itself
 * @param data details of the mechanism; never null
 * @since 0.1.0
 */
public record Mechanism(
        String type,
        @Nullable Boolean handled,
        @Nullable String source,
        int exceptionId,
        int parentId,
        Map<String, Object> data) {

    /** The key in {@code data} under which the classes stand that the exception's class extends. */
    public static final String ANCESTRY = "ancestry";

    public Mechanism {
        data = Values.copyOf(data);
    }

    /** The mechanism of the exception that was thrown, not of one of its causes. */
    public static Mechanism of(String type, boolean handled) {
        return new Mechanism(type, handled, null, 0, -1, Map.of());
    }

    /** Whether this exception is a suppressed one, or hangs below one by its own source. */
    public boolean isSuppressed() {
        return source != null && source.startsWith("suppressed");
    }
}
