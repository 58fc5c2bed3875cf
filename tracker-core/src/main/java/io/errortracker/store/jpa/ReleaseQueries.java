package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.store.ReleaseInfo;
import io.errortracker.store.ReleaseInfo.Deploy;
import io.errortracker.store.ReleaseInfo.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts together what several tables know of releases. */
final class ReleaseQueries {
    private static final String NAMES = """
            select n.name, max(n.heard) as heard from (
              select name, last_seen as heard from known_release
              union all select name, coalesce(released, created) as heard from release_info
              union all select g.app_release as name, (max(h.hour_no) + 1) * 3600000000 - 1 as heard from session_group g
                join session_hour h on h.group_id = g.id group by g.app_release
              union all select r.name, b.uploaded as heard from artifact_release r
                join artifact_bundle b on b.id = r.bundle_id where b.complete = true and r.name <> ''
            ) n group by n.name order by heard desc, n.name""";
    private static final int MOST = 200;

    private final StatelessSession session;

    ReleaseQueries(StatelessSession session) {
        this.session = session;
    }

    List<ReleaseInfo> releases(int limit) {
        return session
                .createNativeQuery(NAMES, Object[].class)
                .setMaxResults(Math.min(Math.max(limit, 1), MOST))
                .getResultList()
                .stream()
                .flatMap(row -> release(String.valueOf(row[0])).stream())
                .toList();
    }

    Optional<ReleaseInfo> release(String name) {
        Object @Nullable [] announced = row("select created, released from release_info where name = :name", name);
        Object @Nullable [] seen = row("select first_seen, last_seen from known_release where name = :name", name);
        Files files = files(name);
        if (announced == null && seen == null && files.count() == 0 && !hasSessions(name)) {
            return Optional.empty();
        }
        Instant firstEvent = seen == null ? null : instant(seen[0]);
        Instant created = announced == null ? null : instant(announced[0]);
        List<Deploy> deploys = deploys(name, 1);
        return Optional.of(new ReleaseInfo(
                name,
                earliest(created, firstEvent, files.uploaded()),
                announced == null ? null : instant(announced[1]),
                firstEvent,
                seen == null ? null : instant(seen[1]),
                newIssues(name),
                deploys.isEmpty() ? null : deploys.get(0),
                files));
    }

    private boolean hasSessions(String name) {
        return session.createNativeQuery("select count(*) from session_group where app_release = :name", Long.class)
                        .setParameter("name", name)
                        .getSingleResult()
                > 0;
    }

    private static Instant earliest(@Nullable Instant... times) {
        Instant earliest = null;
        for (Instant time : times) {
            if (time != null && (earliest == null || time.isBefore(earliest))) {
                earliest = time;
            }
        }
        return earliest == null ? Instant.EPOCH : earliest;
    }

    Files files(String release) {
        Object @Nullable [] row = row(
                "select coalesce(sum(cast(b.files as bigint)), 0), coalesce(sum(b.bytes), 0), max(b.uploaded)"
                        + " from artifact_bundle b where b.complete = true and exists"
                        + " (select 1 from artifact_release r where r.bundle_id = b.id and r.name = :name)",
                release);
        return row == null ? Files.NONE : new Files((int) number(row[0]), number(row[1]), instant(row[2]));
    }

    List<Deploy> deploys(String release, int limit) {
        return session
                .createNativeQuery(
                        "select id, environment, name, url, started, finished from release_deploy"
                                + " where release_name = :release order by id desc",
                        Object[].class)
                .setParameter("release", release)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(ReleaseQueries::deploy)
                .toList();
    }

    private static Deploy deploy(Object[] row) {
        return new Deploy(
                number(row[0]),
                String.valueOf(row[1]),
                (String) row[2],
                (String) row[3],
                instant(row[4]),
                Micros.instant(number(row[5])));
    }

    private long newIssues(String name) {
        return session.createNativeQuery("select count(*) from issue where first_release = :name", Long.class)
                .setParameter("name", name)
                .getSingleResult();
    }

    private Object @Nullable [] row(String sql, String name) {
        return session.createNativeQuery(sql, Object[].class)
                .setParameter("name", name)
                .getSingleResultOrNull();
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    private static @Nullable Instant instant(@Nullable Object micros) {
        return micros == null ? null : Micros.instant(number(micros));
    }
}
