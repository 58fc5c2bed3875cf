package io.errortracker.store.jpa;

import io.errortracker.SteppedClock;
import io.errortracker.health.DropReason;
import io.errortracker.store.Dropped;
import io.errortracker.store.IgnoreRule;
import io.errortracker.store.NoiseStore;
import io.errortracker.store.StoreUnavailableException;
import io.errortracker.store.StoredEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A store in memory, for tests of what uses its rules. */
public final class NoiseStores implements AutoCloseable {
    private final JpaStore store;

    public NoiseStores(SteppedClock clock) {
        store = Stores.memory(clock);
    }

    public NoiseStore noise() {
        return store.noise();
    }

    @Override
    public void close() {
        store.close();
    }

    /** Cannot write counts for so many times. */
    public static final class Failing implements NoiseStore {
        private final NoiseStore store;
        private int failures;

        public Failing(NoiseStore store, int failures) {
            this.store = store;
            this.failures = failures;
        }

        @Override
        public void addDrops(List<Drop> drops) {
            if (failures-- > 0) {
                throw new StoreUnavailableException(
                        DropReason.STORE_UNAVAILABLE, "not now", new IOException("not now"));
            }
            store.addDrops(drops);
        }

        @Override
        public Wishes wishes() {
            return store.wishes();
        }

        @Override
        public Optional<IgnoreRule> addRule(IgnoreRule.Criteria criteria, String note, String author) {
            return store.addRule(criteria, note, author);
        }

        @Override
        public boolean changeRule(long id, IgnoreRule.Criteria criteria, String note) {
            return store.changeRule(id, criteria, note);
        }

        @Override
        public boolean pauseRule(long id, boolean paused) {
            return store.pauseRule(id, paused);
        }

        @Override
        public boolean deleteRule(long id) {
            return store.deleteRule(id);
        }

        @Override
        public void switchDefault(String name, boolean on) {
            store.switchDefault(name, on);
        }

        @Override
        public Map<String, Dropped> dropped(Instant now, int hours) {
            return store.dropped(now, hours);
        }

        @Override
        public void latestEvents(int limit, Consumer<StoredEvent> visitor) {
            store.latestEvents(limit, visitor);
        }
    }
}
