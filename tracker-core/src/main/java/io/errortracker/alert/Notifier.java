package io.errortracker.alert;

import io.errortracker.store.alert.AlertAction;
import org.jspecify.annotations.Nullable;

/**
 * One way to tell an alert. Called by the sender's thread only.
 *
 * @since 0.1.0
 */
public interface Notifier {

    AlertAction.Kind kind();

    /** Whether the configuration says where to, so that a rule that names no way uses this one. */
    boolean isSetUp();

    /** What keeps it from being used, and what to do about it; null when nothing does. */
    @Nullable
    String problem();

    /** For people, without secrets: where it tells, {@code ops@example.com}. */
    String destination(@Nullable String target);

    /**
     * Tells an alert; returns when it is certain that it arrived. Bounded in time.
     *
     * @throws NotSent when it did not arrive, or nobody knows
     */
    void send(Message message) throws NotSent;
}
