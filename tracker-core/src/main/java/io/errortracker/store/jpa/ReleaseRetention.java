package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;

/**
 * Forgets what was announced of releases of which nothing was heard for as long as events are kept, and their deployments. An event, an
 * upload, a session and a deployment are hearing of it.
 */
final class ReleaseRetention {
    private static final String UNHEARD = """
            select i.name from release_info i
            where i.created < :oldest and coalesce(i.released, 0) < :oldest
              and not exists (select 1 from known_release k where k.name = i.name and k.last_seen >= :oldest)
              and not exists (select 1 from artifact_release r join artifact_bundle b on b.id = r.bundle_id
                where r.name = i.name and b.complete = true)
              and not exists (select 1 from session_group g where g.app_release = i.name)
              and not exists (select 1 from release_deploy d where d.release_name = i.name and d.finished >= :oldest)
            order by i.name""";
    private static final int CHUNK = 500;

    private ReleaseRetention() {}

    /** @param oldest in microseconds */
    static void run(StatelessSession session, long oldest) {
        ReleaseChanges changes = new ReleaseChanges(session);
        session.createNativeQuery(UNHEARD, String.class)
                .setParameter("oldest", oldest)
                .setMaxResults(CHUNK)
                .getResultList()
                .forEach(changes::forget);
    }
}
