package io.errortracker.event.json;

import org.jspecify.annotations.Nullable;

/**
 * These bytes are no event.
 *
 * @since 0.1.0
 */
public final class MalformedEventException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    MalformedEventException(Reason reason, @Nullable Throwable cause) {
        super(reason.explanation, cause);
        this.reason = reason;
    }

    MalformedEventException(Reason reason) {
        this(reason, null);
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong with them. */
    public enum Reason {
        TOO_LARGE("the event has too many bytes"),
        TOO_DEEP("the event's JSON is nested too deeply"),
        TOO_MANY_KEYS("the event's JSON has too many keys"),
        TOO_MANY_VALUES("the event's JSON has too many values"),
        NUMBER_TOO_LONG("the event's JSON has a number with too many digits"),
        NOT_JSON("the event is not JSON"),
        NOT_AN_OBJECT("the event's JSON is not an object");

        private final String explanation;

        Reason(String explanation) {
            this.explanation = explanation;
        }
    }
}
