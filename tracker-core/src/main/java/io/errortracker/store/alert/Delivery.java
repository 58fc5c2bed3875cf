package io.errortracker.store.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way that one alert is told.
 *
 * @param id unique within the store
 * @param alert what is told
 * @param named what a digest names, the newest first; empty for any other alert
 * @param action the way
 * @param state how far it got
 * @param attempts how often it was tried
 * @param round how often somebody wanted it sent once more; 0 at first
 * @param due when it is tried next
 * @param problem why the last attempt failed; null when none did
 * @param done when it was sent or given up; null before
 * @since 0.1.0
 */
public record Delivery(
        long id,
        FiredAlert alert,
        List<FiredAlert> named,
        AlertAction action,
        State state,
        int attempts,
        int round,
        Instant due,
        @Nullable String problem,
        @Nullable Instant done) {
    public Delivery {
        named = List.copyOf(named);
    }

    /** How far a delivery got. */
    public enum State {
        WAITING,
        SENT,
        FAILED
    }

    /** The same for each attempt, another one when somebody wants it sent once more: receivers know repetitions by it. */
    public String idempotencyKey() {
        return round == 0 ? alert.id() : alert.id() + "-" + round;
    }
}
