package io.errortracker.capture;

import io.errortracker.event.Level;
import io.errortracker.event.User;
import org.jspecify.annotations.Nullable;

/**
 * What the application adds to one event. Only valid inside the call it is handed to; not thread-safe.
 *
 * <pre>{@code tracker.captureException(failure, event -> event.tag("section", "checkout").extra("orderId", order.id()));}</pre>
 *
 * @since 0.1.0
 */
public interface EventDetails {

    /** A word to search and filter by; at most 32 characters of key and 200 of value are kept. */
    EventDetails tag(String key, String value);

    /** Any detail. Numbers, booleans, strings, and lists and maps of them are kept; of any other object only its type is. */
    EventDetails extra(String key, @Nullable Object value);

    /** How bad it is; {@link Level#ERROR} unless set. */
    EventDetails level(Level level);

    /** Who is affected, for this event only. */
    EventDetails user(@Nullable User user);

    /** What to group by instead of the stack trace; <code>{{ default }}</code> stands for what it would be grouped by. */
    EventDetails fingerprint(String... parts);
}
