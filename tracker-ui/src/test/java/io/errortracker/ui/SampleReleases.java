package io.errortracker.ui;

import io.errortracker.event.SessionUpdate;
import io.errortracker.health.SelfHealth;
import io.errortracker.store.ArtifactFile;
import io.errortracker.store.ArtifactFile.Kind;
import io.errortracker.store.ReleaseInfo.Deploy;
import io.errortracker.store.RetentionPolicy;
import io.errortracker.store.jpa.JpaStore;
import io.errortracker.store.jpa.StoreLocation;
import io.errortracker.store.jpa.StoreSettings;
import io.errortracker.symbolicate.Symbolicator;
import io.errortracker.ui.page.ReleaseParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Releases of the sample shop. */
final class SampleReleases {
    static final String DEBUG_ID = "970506e8-fe00-4d57-a8b0-9a3f4e8dd2b1";
    private static final Path BUILT = Path.of("../tracker-core/src/test/resources/symbolicate/dist/assets");

    private SampleReleases() {}

    static ReleaseParts none(Clock clock, SelfHealth health) {
        return parts(store(clock, health), health, List.of());
    }

    static ReleaseParts some(Clock clock, SelfHealth health) {
        JpaStore store = store(clock, health);
        fill(store, clock);
        return parts(store, health, List.of("/front-end/assets/index-Bx91.js.map"));
    }

    static ReleaseParts parts(JpaStore store, SelfHealth health, List<String> served) {
        return new ReleaseParts(
                store.releases(),
                store.releaseHealth(),
                store.artifacts(),
                new Symbolicator(store.artifacts(), health)::readable,
                served,
                512L << 20);
    }

    static JpaStore store(Clock clock, SelfHealth health) {
        return JpaStore.create(new StoreSettings(
                new StoreLocation.Memory(),
                "shop",
                new RetentionPolicy(Duration.ofDays(90), 20_000, 512L << 20),
                clock,
                health));
    }

    private static void fill(JpaStore store, Clock clock) {
        for (String version : List.of("1.4.1", "1.4.2", "1.4.3")) {
            store.releases().announce(version);
            store.releases()
                    .released(version, clock.instant().minus(Duration.ofDays(14 - 5L * version.charAt(4) + 5L * '1')));
        }
        store.releases()
                .deployed(
                        "1.4.3",
                        new Deploy(
                                0,
                                "production",
                                null,
                                null,
                                null,
                                clock.instant().minus(Duration.ofHours(3))));
        visit(store, clock);
        store.artifacts().keep("a1", "1.4.3", null, files());
        store.artifacts()
                .keep("a2", null, null, List.of(file(Kind.SOURCE_MAP, "~/" + DEBUG_ID + "-0.js.map", "app.js.map")));
    }

    /** Who came in the last three days, and how it went. */
    private static void visit(JpaStore store, Clock clock) {
        List<SessionUpdate> counted = new ArrayList<>();
        for (int hour = 0; hour < 72; hour++) {
            Instant then = clock.instant().minus(Duration.ofHours(hour));
            boolean newer = hour < 30;
            counted.add(sessions(newer ? "1.4.3" : "1.4.2", then, 40 + hour * 7 % 23, newer ? 3 : 1, newer ? 2 : 0));
        }
        counted.add(sessions("1.4.2", clock.instant().minus(Duration.ofHours(50)), 1, 1, 1));
        store.releaseHealth().record(counted);
    }

    private static SessionUpdate sessions(String release, Instant when, long all, long errored, long crashed) {
        return new SessionUpdate(null, release, "production", when, all, errored, crashed);
    }

    static List<ArtifactFile.Content> files() {
        return List.of(
                file(Kind.MINIFIED, "~/assets/app.js", "app.js"),
                file(Kind.SOURCE_MAP, "~/assets/app.js.map", "app.js.map"));
    }

    private static ArtifactFile.Content file(Kind kind, String url, String name) {
        try {
            return new ArtifactFile.Content(kind, url, DEBUG_ID, null, Files.readAllBytes(BUILT.resolve(name)));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
