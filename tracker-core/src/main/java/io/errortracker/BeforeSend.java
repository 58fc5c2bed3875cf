package io.errortracker;

import io.errortracker.event.ErrorEvent;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every event before it is stored; any CDI bean that implements it takes part, in the order of its {@code @Priority}, lowest
 * first. Called on the tracker's own thread, outside any request: {@code @ApplicationScoped} or {@code @Dependent} beans only.
 *
 * <p>The event is scrubbed before it is shown, and what is returned is scrubbed again. A hook that throws drops the event, which is
 * counted: it fails closed.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BeforeSend {

    /**
     * @param hint what is known beside the event
     * @return the event to keep, changed or not; null drops it
     */
    @Nullable
    ErrorEvent beforeSend(ErrorEvent event, Hint hint);

    /**
     * What is known beside an event.
     *
     * @param originalThrowable what was thrown; null for a message, and for an event that came from a Sentry client
     */
    record Hint(@Nullable Throwable originalThrowable) {}
}
