package io.errortracker.store.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule as people made or changed it.
 *
 * @param key unique; that of a configured rule when it stands in place of it
 * @param definition the rule in words, as {@code docs/alerts.md} has them
 * @param paused whether it never fires
 * @param mutedUntil it does not fire before; null when it is not muted
 * @param author who changed it last
 * @param changed when
 * @since 0.1.0
 */
public record StoredRule(
        String key,
        String definition,
        boolean paused,
        @Nullable Instant mutedUntil,
        String author,
        Instant changed) {

    /** The longest definition that is kept, in characters. */
    public static final int LONGEST = 2_000;
}
