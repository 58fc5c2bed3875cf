package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.store.Activity;
import io.errortracker.store.Facets;
import java.util.ArrayList;
import java.util.List;

/** What is shown beside issues and events. */
final class OtherQueries {
    private static final int FACETS = 100;

    private final StatelessSession session;

    OtherQueries(StatelessSession session) {
        this.session = session;
    }

    Facets facets() {
        return new Facets(latest("known_environment"), latest("known_release"));
    }

    private List<String> latest(String table) {
        return session.createNativeQuery("select name from " + table + " order by last_seen desc, name", String.class)
                .setMaxResults(FACETS)
                .getResultList();
    }

    /** What was done with an issue and those that were merged into it. */
    List<Activity> activity(long issueId, int limit) {
        List<Long> withMerged = new ArrayList<>(Merges.mergedInto(session, List.of(issueId)));
        withMerged.add(issueId);
        return session
                .createNativeQuery(
                        "select a.* from activity a where a.issue_id = any(:issues)"
                                + " order by a.happened desc, a.id desc",
                        ActivityRow.class)
                .setParameter("issues", withMerged.toArray(Long[]::new))
                .setMaxResults(Math.min(Math.max(limit, 1), 1_000))
                .getResultList()
                .stream()
                .map(ActivityRow::toActivity)
                .toList();
    }

    long count(String table) {
        return session.createNativeQuery("select count(*) from " + table, Long.class)
                .getSingleResult();
    }
}
