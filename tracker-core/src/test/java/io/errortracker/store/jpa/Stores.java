package io.errortracker.store.jpa;

import io.errortracker.health.SelfHealth;
import io.errortracker.store.RetentionPolicy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Makes stores for tests. */
final class Stores {
    static final RetentionPolicy KEEP_ALL = new RetentionPolicy(Duration.ofDays(36_500), 10_000_000, 1L << 40);

    private Stores() {}

    static StoreSettings settings(StoreLocation location, Clock clock) {
        return settings(location, clock, KEEP_ALL);
    }

    static StoreSettings settings(StoreLocation location, Clock clock, RetentionPolicy retention) {
        SelfHealth health = new SelfHealth(clock, System.getLogger("io.errortracker.test"));
        return new StoreSettings(location, "shop", retention, clock, health);
    }

    static JpaStore file(Path path, Clock clock) {
        return JpaStore.create(settings(new StoreLocation.File(path), clock));
    }

    static JpaStore memory(Clock clock) {
        return JpaStore.create(settings(new StoreLocation.Memory(), clock));
    }
}
