package io.errortracker.store.jpa;

import io.errortracker.store.ReleaseInfo;
import io.errortracker.store.ReleaseStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Releases in the tables beside the events. */
final class JpaReleases implements ReleaseStore {
    private static final int SHOWN_DEPLOYS = 100;

    private final Access store;

    JpaReleases(Access store) {
        this.store = store;
    }

    @Override
    public void announce(String version) {
        store.write((session, database) -> {
            new ReleaseChanges(session).announce(name(version), store.now());
            return null;
        });
    }

    @Override
    public void released(String version, Instant when) {
        store.write((session, database) -> {
            ReleaseChanges changes = new ReleaseChanges(session);
            changes.announce(name(version), store.now());
            changes.released(name(version), Micros.of(when));
            return null;
        });
    }

    @Override
    public ReleaseInfo.Deploy deployed(String version, ReleaseInfo.Deploy deploy) {
        return store.write((session, database) -> {
            ReleaseChanges changes = new ReleaseChanges(session);
            changes.announce(name(version), store.now());
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
}
