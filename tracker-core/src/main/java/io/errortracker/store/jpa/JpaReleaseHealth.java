package io.errortracker.store.jpa;

import io.errortracker.event.SessionUpdate;
import io.errortracker.store.ReleaseHealth;
import io.errortracker.store.ReleaseHealthStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sessions in the tables {@code session_...}. */
record JpaReleaseHealth(Access access) implements ReleaseHealthStore {
    @Override
    public void record(List<SessionUpdate> updates) {
        if (!updates.isEmpty()) {
            access.write((session, database) -> {
                new SessionCounting(session, database.engine(), access.now()).record(updates);
                return null;
            });
        }
    }

    @Override
    public Map<String, ReleaseHealth> health(@Nullable String environment, Instant now, int days) {
        return access.read(session -> new SessionQueries(session, Micros.of(now), days).byRelease(environment));
    }
}
