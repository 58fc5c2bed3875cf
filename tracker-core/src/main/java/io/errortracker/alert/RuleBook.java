package io.errortracker.alert;

import io.errortracker.health.SelfHealth;
import io.errortracker.store.alert.StoredRule;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rules that hold: those of the configuration, and those that people made or changed on the page, which come first. What is
 * stored is looked at again after 30 seconds, for it may have been changed by another node. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RuleBook {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final List<AlertRule> configured;
    private final SelfHealth health;
    private volatile List<AlertRule> current = List.of();
    private volatile Instant readAt = Instant.MIN;

    public RuleBook(List<AlertRule> configured, SelfHealth health) {
        this.configured = List.copyOf(configured);
        this.health = health;
    }

    /** The rules that hold now. @param stored is asked when what was read before is too old */
    List<AlertRule> current(Instant now, Supplier<List<StoredRule>> stored) {
        Instant read = readAt;
        if (now.isBefore(read) || !now.isBefore(read == Instant.MIN ? read : read.plus(FRESH))) {
            current = merged(stored.get());
            readAt = now;
        }
        return current;
    }

    /** The stored rules changed: they are read again before they are next used. */
    public void changed() {
        readAt = Instant.MIN;
    }

    /** The rules of the configuration with those that are stored. */
    public List<AlertRule> merged(List<StoredRule> stored) {
        Map<String, StoredRule> byKey = new HashMap<>();
        stored.forEach(rule -> byKey.put(rule.key(), rule));
        List<AlertRule> all = new ArrayList<>();
        for (AlertRule rule : configured) {
            StoredRule change = byKey.remove(rule.key());
            AlertRule changed = change == null ? null : read(change, AlertRule.Origin.CHANGED);
            all.add(changed == null ? rule : changed);
        }
        for (StoredRule rule : stored) {
            AlertRule made = byKey.containsKey(rule.key()) ? read(rule, AlertRule.Origin.MADE) : null;
            if (made != null) {
                all.add(made);
            }
        }
        return List.copyOf(all);
    }

    private @Nullable AlertRule read(StoredRule stored, AlertRule.Origin origin) {
        try {
            return RuleText.parse(stored.definition()).as(stored.key(), stored.paused(), stored.mutedUntil(), origin);
        } catch (IllegalArgumentException unreadable) {
            health.say(
                    Level.WARNING,
                    "Error Tracker cannot read the stored alert rule " + stored.key() + ": " + unreadable.getMessage());
            return null;
        }
    }
}
