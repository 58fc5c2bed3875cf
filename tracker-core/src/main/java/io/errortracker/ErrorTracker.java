package io.errortracker;

import io.errortracker.capture.EventDetails;
import io.errortracker.event.Breadcrumb;
import io.errortracker.event.Level;
import io.errortracker.event.User;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What an application calls by hand; most failures are captured without it. Inject it, or ask {@link GlobalErrorTracker} outside CDI.
 *
 * <pre>{@code
 * @Inject ErrorTracker tracker;
 *
 * tracker.captureException(failure, event -> event.tag("section", "checkout").extra("orderId", order.id()));
 * tracker.addBreadcrumb(Breadcrumb.of("checkout", "User applied discount code").data("code", "SAVE20"));
 * }</pre>
 *
 * <p>Thread-safe. No method throws, blocks (but {@link #flush}) or changes the outcome of what calls it. User, tags, extra and
 * breadcrumbs belong to the current request or job and are forgotten with it; outside one they are ignored.
 *
 * @since 0.1.0
 */
public interface ErrorTracker {

    /**
     * Captures a failure that the application deals with itself.
     *
     * @return the event's id, 32 hex digits, to show to the user or to write into a log; empty when nothing was captured, or the event
     *     was dropped at once. An event may still be dropped later, by an ignore rule or a {@link BeforeSend}.
     */
    default String captureException(Throwable failure) {
        return captureException(failure, event -> {});
    }

    /**
     * Captures a failure and adds to its event.
     *
     * @param details called once, now, on this thread; what it throws is noted in the event
     */
    String captureException(Throwable failure, Consumer<EventDetails> details);

    /** Captures a message with level info. */
    default String captureMessage(String message) {
        return captureMessage(message, Level.INFO);
    }

    /** Captures a message. */
    default String captureMessage(String message, Level level) {
        return captureMessage(message, level, event -> {});
    }

    /** Captures a message and adds to its event. */
    String captureMessage(String message, Level level, Consumer<EventDetails> details);

    /** Sets who is affected by what fails in this request, in place of the signed-in user; null on logout. */
    void setUser(@Nullable User user);

    /** Sets a word to search and filter by, for what fails in this request. */
    void setTag(String key, String value);

    /** Sets a detail of what fails in this request: numbers, booleans, strings, and lists and maps of them. */
    void setExtra(String key, @Nullable Object value);

    /** Notes something that happened before the error; the last 100 of a request are kept. */
    void addBreadcrumb(Breadcrumb breadcrumb);

    /**
     * Waits until what was captured before is stored.
     *
     * @return false when that took longer
     */
    boolean flush(Duration timeout);
}
