package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Chooses events that can be spared, so that what is left of each issue is spread over its whole life: the issues with the most events
 * give, until none has more than all others may keep; of its older half each gives every second of those that stand closest. So the
 * newest half stays whole, and the further back, the sparser. The first and the newest event of an issue are never chosen.
 *
 * <p>Every second is told by the event's number, eight numbers at a time, even ones first, then every second of the odd ones, and so on:
 * nothing has to be remembered for it. Events with numbers that follow each other lie together in the file, whatever their
 * issues, so they are chosen together and in order: to take one event out of each of many pages has each of these written anew.
 */
final class Thinning {
    private static final int RUN = 8;
    private static final int LOOKED_AT_ONCE = 2_000;

    private final Map<Long, Giving> giving;
    private final long end;
    private long surplus;
    private int level;
    private boolean gaveThisTime;
    private long after;

    private Thinning(Map<Long, Giving> giving, long end) {
        this.giving = giving;
        this.end = end;
        this.surplus =
                giving.values().stream().mapToLong(issue -> issue.surplus).sum();
    }

    /** What is known of an event that can be spared. */
    record Spared(long id, int bytes) {
        static Spared of(Object[] row) {
            return new Spared(((Number) row[0]).longValue(), ((Number) row[1]).intValue());
        }
    }

    /** An issue with more events than it may keep. */
    private static final class Giving {
        private long events;
        private long surplus;
        private long seen;
        private long given;
        private long first;
        private long newest;

        Giving(long events, long kept) {
            this.events = events;
            this.surplus = events - kept;
        }

        /** @param everyOther whether the older half gives every second, or everything is asked for */
        boolean gives(long id, boolean everyOther, int level) {
            seen++;
            if (surplus == 0 || id == first || id == newest) {
                return false;
            }
            return !everyOther || seen <= events / 2 && id / RUN % (2L << level) == (1L << level) - 1;
        }

        void gave() {
            surplus--;
            given++;
        }

        void beginAnew() {
            events -= given;
            given = 0;
            seen = 0;
        }
    }

    /** Has the largest issues give this many events, or as many as they can. */
    static Thinning of(StatelessSession session, long surplus) {
        List<Object[]> counts = session.createNativeQuery(
                        "select e.issue_id, count(*) from event e group by e.issue_id", Object[].class)
                .getResultList();
        long kept = kept(
                counts.stream()
                        .mapToLong(row -> ((Number) row[1]).longValue())
                        .sorted()
                        .toArray(),
                surplus);
        Map<Long, Giving> giving = new HashMap<>();
        for (Object[] row : counts) {
            long events = ((Number) row[1]).longValue();
            if (events > kept) {
                giving.put(((Number) row[0]).longValue(), new Giving(events, kept));
            }
        }
        findEnds(session, giving);
        return new Thinning(giving, Sequences.last(session, "event"));
    }

    /** How many events each issue may keep, at least two, so that all together give the surplus. @param counts ascending */
    private static long kept(long[] counts, long surplus) {
        long given = 0;
        for (int i = counts.length - 1; i >= 0; i--) {
            long next = i == 0 ? 2 : Math.max(2, counts[i - 1]);
            long giving = counts.length - i;
            long step = Math.max(0, counts[i] - next) * giving;
            if (given + step >= surplus) {
                return Math.max(2, counts[i] - (surplus - given + giving - 1) / giving);
            }
            given += step;
        }
        return 2;
    }

    private static void findEnds(StatelessSession session, Map<Long, Giving> giving) {
        session.createNativeQuery(
                        "select i.id, i.first_event, i.last_event from issue i where i.id = any(:ids)", Object[].class)
                .setParameter("ids", giving.keySet().toArray(Long[]::new))
                .getResultList()
                .forEach(row -> {
                    Giving issue = Objects.requireNonNull(giving.get(((Number) row[0]).longValue()));
                    issue.first = ((Number) row[1]).longValue();
                    issue.newest = ((Number) row[2]).longValue();
                });
    }

    /** The next events to spare, which must be gone before the next are asked for; empty when none is left. */
    List<Spared> spare(StatelessSession session, int limit) {
        Map<Long, Spared> spared = new LinkedHashMap<>();
        while (surplus > 0 && spared.size() < limit && !everythingAsked()) {
            List<Object[]> rows = next(session);
            for (Object[] row : rows) {
                if (spared.size() < limit) {
                    look(row, spared);
                }
            }
            if (rows.size() < LOOKED_AT_ONCE && spared.size() < limit) {
                beginAnew();
            }
        }
        return List.copyOf(spared.values());
    }

    private List<Object[]> next(StatelessSession session) {
        return session.createNativeQuery(
                        "select e.id, e.bytes, e.issue_id from event e where e.id > :after and e.id <= :end order by e.id",
                        Object[].class)
                .setParameter("after", after)
                .setParameter("end", end)
                .setMaxResults(LOOKED_AT_ONCE)
                .getResultList();
    }

    private void look(Object[] row, Map<Long, Spared> spared) {
        Spared event = Spared.of(row);
        after = event.id();
        Giving issue = giving.get(((Number) row[2]).longValue());
        if (issue != null && !spared.containsKey(event.id()) && issue.gives(event.id(), !lastLevel(), level)) {
            issue.gave();
            gaveThisTime = true;
            surplus--;
            spared.put(event.id(), event);
        }
    }

    /** From the closest again, for with fewer events the older half ends later. */
    private void beginAnew() {
        level = gaveThisTime ? 0 : level + 1;
        gaveThisTime = false;
        after = 0;
        giving.values().forEach(Giving::beginAnew);
    }

    private boolean lastLevel() {
        return (long) RUN << level > end;
    }

    private boolean everythingAsked() {
        return (long) RUN << level > 2 * end;
    }
}
