package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Chooses events that can be spared, so that what is left of each issue is spread over its whole life: the issue with the most events
 * gives first, of its older half, every second event of those that stand closest. So the newest half stays whole, and the further back,
 * the sparser. The first and the newest event of an issue are never chosen.
 *
 * <p>Every second is told by the event's number: even ones go first, then every second of the odd ones, and so on. Nothing has to be
 * remembered for it.
 *
 * <p>For one run of retention, which counts each issue's events once.
 */
final class Thinning {
    private static final int LEVELS = 24;

    private record Share(long issueId, long events) {}

    private @Nullable PriorityQueue<Share> shares;

    /** The next events to spare, of the largest issues; empty when every issue is down to its first and its newest. */
    List<EventRow> spare(StatelessSession session, int limit) {
        PriorityQueue<Share> largestFirst = shares(session);
        List<EventRow> spared = new ArrayList<>();
        List<Share> given = new ArrayList<>();
        long least = 0;
        while (spared.size() < limit && !largestFirst.isEmpty() && largestFirst.element().events >= least) {
            Share share = largestFirst.remove();
            List<EventRow> own = spare(session, share, limit - spared.size());
            if (!own.isEmpty()) {
                spared.addAll(own);
                given.add(new Share(share.issueId, share.events - own.size()));
                least = Math.max(least, share.events / 2);
            }
        }
        largestFirst.addAll(given);
        return spared;
    }

    private PriorityQueue<Share> shares(StatelessSession session) {
        PriorityQueue<Share> known = shares;
        if (known == null) {
            known = new PriorityQueue<>(
                    Comparator.comparingLong(Share::events).reversed().thenComparingLong(Share::issueId));
            for (Object[] row : session.createNativeQuery(
                            "select e.issue_id, count(*) from event e group by e.issue_id", Object[].class)
                    .getResultList()) {
                known.add(new Share(((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
            }
            shares = known;
        }
        return known;
    }

    private static List<EventRow> spare(StatelessSession session, Share share, int limit) {
        long enough = Math.max(1, share.events / 8);
        List<EventRow> spared = new ArrayList<>();
        Long middle = middle(session, share);
        for (int level = 0; middle != null && level < LEVELS && spared.size() < enough; level++) {
            spared.addAll(ofLevel(session, share.issueId, middle, level, limit - spared.size()));
        }
        return spared.isEmpty() ? oldest(session, share.issueId, limit) : spared;
    }

    /** When the event in the middle of an issue's life happened; null when it has none. */
    private static @Nullable Long middle(StatelessSession session, Share share) {
        return session
                .createNativeQuery(
                        "select e.happened from event e where e.issue_id = :issue"
                                + " order by e.issue_id, e.happened desc, e.id desc",
                        Long.class)
                .setParameter("issue", share.issueId)
                .setFirstResult((int) Math.min(Integer.MAX_VALUE, share.events / 2))
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static List<EventRow> ofLevel(StatelessSession session, long issue, long middle, int level, int limit) {
        return session.createNativeQuery(
                        "select e.* from event e join issue i on i.id = e.issue_id where e.issue_id = :issue"
                                + " and e.happened <= :middle and e.id <> i.first_event and e.id <> i.last_event"
                                + " and mod(e.id, :step) = :rest order by e.issue_id, e.happened, e.id",
                        EventRow.class)
                .setParameter("issue", issue)
                .setParameter("middle", middle)
                .setParameter("step", 2L << level)
                .setParameter("rest", (1L << level) - 1)
                .setMaxResults(limit)
                .getResultList();
    }

    private static List<EventRow> oldest(StatelessSession session, long issue, int limit) {
        return session.createNativeQuery(
                        "select e.* from event e join issue i on i.id = e.issue_id where e.issue_id = :issue"
                                + " and e.id <> i.first_event and e.id <> i.last_event"
                                + " order by e.issue_id, e.happened, e.id",
                        EventRow.class)
                .setParameter("issue", issue)
                .setMaxResults(limit)
                .getResultList();
    }
}
