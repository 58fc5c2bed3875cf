package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.store.ReleaseInfo.Deploy;

/** What builds tell of releases. Each method runs within one transaction. */
final class ReleaseChanges {
    private final StatelessSession session;

    ReleaseChanges(StatelessSession session) {
        this.session = session;
    }

    void announce(String name, long now) {
        session.createNativeMutationQuery("insert into release_info (name, created)"
                        + " select cast(:name as varchar(250)), cast(:now as bigint)"
                        + " where not exists (select 1 from release_info where name = :name)")
                .setParameter("name", name)
                .setParameter("now", now)
                .executeUpdate();
    }

    void released(String name, long when) {
        session.createNativeMutationQuery("update release_info set released = :when where name = :name")
                .setParameter("when", when)
                .setParameter("name", name)
                .executeUpdate();
    }

    Deploy deployed(String release, Deploy deploy) {
        long id = Sequences.take(session, "deploy", 1);
        session.createNativeMutationQuery("insert into release_deploy"
                        + " (id, release_name, environment, name, url, started, finished)"
                        + " values (:id, :release, :environment, :name, :url, :started, :finished)")
                .setParameter("id", id)
                .setParameter("release", release)
                .setParameter("environment", Texts.column(deploy.environment(), 250))
                .setParameter("name", Texts.optional(deploy.name(), 250), String.class)
                .setParameter("url", Texts.optional(deploy.url(), 1_000), String.class)
                .setParameter("started", deploy.started() == null ? null : Micros.of(deploy.started()), Long.class)
                .setParameter("finished", Micros.of(deploy.finished()))
                .executeUpdate();
        return new Deploy(id, deploy.environment(), deploy.name(), deploy.url(), deploy.started(), deploy.finished());
    }

    boolean forget(String name) {
        delete("release_deploy", "release_name", name);
        return delete("release_info", "name", name) > 0;
    }

    private int delete(String table, String column, String name) {
        return session.createNativeMutationQuery("delete from " + table + " where " + column + " = :name")
                .setParameter("name", name)
                .executeUpdate();
    }
}
