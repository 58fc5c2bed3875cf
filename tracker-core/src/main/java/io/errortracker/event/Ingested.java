package io.errortracker.event;

import java.util.Map;

/**
 * Marks events that another program sent, a browser or a Sentry SDK elsewhere. They have a queue and a share of the store of their own,
 * for whoever has the public key may send them.
 *
 * @since 0.1.0
 */
public final class Ingested {
    /** The context that marks them; the application's own events never have it. */
    public static final String CONTEXT = "ingest";

    private Ingested() {}

    /** Whether another program sent it. */
    public static boolean is(ErrorEvent event) {
        return event.contexts().containsKey(CONTEXT);
    }

    /** The event with the mark, whatever it said of itself before. @param facts how it came in */
    public static ErrorEvent mark(ErrorEvent event, Map<String, Object> facts) {
        return event.with(parts -> parts.context(CONTEXT, facts));
    }
}
