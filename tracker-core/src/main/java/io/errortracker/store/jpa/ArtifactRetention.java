package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.store.RetentionPolicy;
import java.time.Duration;
import java.util.List;

/**
 * Removes chunks that nobody put together, attempts that were cut short, and files: of releases of which nothing was heard for as long as
 * events are kept, and beyond the limit of bytes, those of which nothing was heard for longest first. An upload is hearing of it, and so
 * is an event.
 */
final class ArtifactRetention {
    private static final long CHUNKS_WAIT = micros(Duration.ofHours(24));
    private static final long ATTEMPTS_TAKE = micros(Duration.ofHours(1));
    private static final String LAST_HEARD = """
            select b.id, b.bytes,
              greatest(b.uploaded, coalesce((select max(k.last_seen) from artifact_release r
                join known_release k on k.name = r.name where r.bundle_id = b.id), 0)) as heard
            from artifact_bundle b where b.complete = true order by heard desc, b.id desc""";

    private final StatelessSession session;
    private final RetentionPolicy policy;
    private final long now;

    /** @param now in microseconds */
    ArtifactRetention(StatelessSession session, RetentionPolicy policy, long now) {
        this.session = session;
        this.policy = policy;
        this.now = now;
    }

    void run() {
        session.createNativeMutationQuery("delete from artifact_chunk where stored < :oldest")
                .setParameter("oldest", now - CHUNKS_WAIT)
                .executeUpdate();
        ArtifactRemoval removal = new ArtifactRemoval(session);
        removal.bundles(session.createNativeQuery(
                        "select id from artifact_bundle where complete = false and uploaded < :oldest", Long.class)
                .setParameter("oldest", now - ATTEMPTS_TAKE)
                .getResultList());
        removal.bundles(tooMuch());
    }

    private List<Long> tooMuch() {
        long oldest = now - micros(policy.maxAge());
        long[] kept = {0};
        return session.createNativeQuery(LAST_HEARD, Object[].class).getResultList().stream()
                .filter(bundle -> {
                    kept[0] += number(bundle[1]);
                    return kept[0] > policy.maxArtifactBytes() || number(bundle[2]) < oldest;
                })
                .map(bundle -> number(bundle[0]))
                .toList();
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    private static long micros(Duration duration) {
        return duration.toMillis() * 1_000;
    }
}
