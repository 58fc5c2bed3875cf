package io.errortracker.alert;

import io.errortracker.store.alert.AlertAction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When to tell whom.
 *
 * @param key unique: {@code new-issue}, {@code config:NAME}, {@code made:ID}
 * @param name what people call it
 * @param actions how it is told; empty for every way that is set up
 * @param paused whether it never fires
 * @param mutedUntil it does not fire before; null when it is not muted
 * @param origin where it is from
 * @since 0.1.0
 */
public record AlertRule(
        String key,
        String name,
        Condition condition,
        EventFilter filter,
        List<AlertAction> actions,
        boolean paused,
        @Nullable Instant mutedUntil,
        Origin origin) {
    public AlertRule {
        actions = List.copyOf(actions);
    }

    /** Where a rule is from. */
    public enum Origin {
        /** The configuration. */
        CONFIGURED,
        /** The configuration, changed on the page. */
        CHANGED,
        /** The page. */
        MADE
    }

    /** A rule of the configuration. */
    public static AlertRule configured(
            String key, String name, Condition condition, EventFilter filter, List<AlertAction> actions) {
        return new AlertRule(key, name, condition, filter, actions, false, null, Origin.CONFIGURED);
    }

    /** Whether it may fire now. */
    public boolean isAwake(Instant now) {
        return !paused && (mutedUntil == null || !now.isBefore(mutedUntil));
    }

    /** This rule in place of another: under its key, paused and muted as that one. */
    public AlertRule inPlaceOf(AlertRule old) {
        return as(old.key(), old.paused(), old.mutedUntil(), old.origin());
    }

    AlertRule as(String newKey, boolean newPaused, @Nullable Instant newMutedUntil, Origin newOrigin) {
        return new AlertRule(newKey, name, condition, filter, actions, newPaused, newMutedUntil, newOrigin);
    }
}
