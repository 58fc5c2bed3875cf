package io.errortracker.store.jpa;

import io.errortracker.health.SelfHealth;
import io.errortracker.store.RetentionPolicy;
import java.time.Clock;
import java.util.Locale;

/**
 * What a store needs to know.
 *
 * @param location where the events are kept
 * @param shortIdPrefix of short ids, kept in upper case: {@code SHOP} makes {@code SHOP-42}; letters, digits and underscores, at most 20
 * @param retention how much is kept
 * @param clock of every time that the store itself notes
 * @param health is told of failures and notices
 * @since 0.1.0
 */
public record StoreSettings(
        StoreLocation location, String shortIdPrefix, RetentionPolicy retention, Clock clock, SelfHealth health) {

    public StoreSettings {
        shortIdPrefix = shortIdPrefix.toUpperCase(Locale.ROOT);
        if (shortIdPrefix.isEmpty()
                || shortIdPrefix.length() > 20
                || !shortIdPrefix.chars().allMatch(c -> isPlain(c))) {
            throw new IllegalArgumentException(
                    "The prefix of short ids must be 1 to 20 letters, digits or underscores: " + shortIdPrefix);
        }
    }

    private static boolean isPlain(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
}
