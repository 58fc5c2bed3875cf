package io.errortracker.store.jpa;

import io.errortracker.store.ReleaseInfo;
import io.errortracker.store.ReleaseStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Releases in the tables beside the events. */
final class JpaReleases implements ReleaseStore {
    private static final int SHOWN_DEPLOYS = 100;

    private final JpaStore store;
    private final Clock clock;

    JpaReleases(JpaStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void announce(String version) {
        store.write((session, database) -> {
            new ReleaseChanges(session).announce(name(version), now());
            return null;
        });
    }

    @Override
    public void released(String version, Instant when) {
        store.write((session, database) -> {
            ReleaseChanges changes = new ReleaseChanges(session);
            changes.announce(name(version), now());
            changes.released(name(version), Micros.of(when));
            return null;
        });
    }

    @Override
    public ReleaseInfo.Deploy deployed(String version, ReleaseInfo.Deploy deploy) {
        return store.write((session, database) -> {
            ReleaseChanges changes = new ReleaseChanges(session);
            changes.announce(name(version), now());
            return changes.deployed(name(version), deploy);
        });
    }

    @Override
    public Optional<ReleaseInfo> release(String version) {
        return store.read(session -> new ReleaseQueries(session).release(name(version)));
    }

    @Override
    public List<ReleaseInfo> releases(int limit) {
        return store.read(session -> new ReleaseQueries(session).releases(limit));
    }

    @Override
    public List<ReleaseInfo.Deploy> deploys(String version) {
        return store.read(session -> new ReleaseQueries(session).deploys(name(version), SHOWN_DEPLOYS));
    }

    @Override
    public ReleaseInfo.Files withoutRelease() {
        return store.read(session -> new ReleaseQueries(session).files(""));
    }

    @Override
    public boolean forget(String version) {
        return store.write((session, database) -> new ReleaseChanges(session).forget(name(version)));
    }

    private static String name(String version) {
        return Texts.column(version, 250);
    }

    private long now() {
        return Micros.of(clock.instant());
    }
}
