package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.issue.Fingerprint;
import io.errortracker.issue.GroupedEvent;
import io.errortracker.store.Batch;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which issue the fingerprints of one batch lead to, and what the batch adds to them. An event that has several, one of each version of
 * the algorithm, goes where people said first, else where the newest known one leads. One of an earlier version leads only events that
 * were grouped by it: those that come with a newer one since do not make it the way for all that it would not have told apart.
 */
final class Fingerprints {
    private final StatelessSession session;
    private final Map<String, Long> known = new LinkedHashMap<>();
    private final Map<String, Boolean> pinned = new HashMap<>();

    /** Those that no event was kept under. */
    private final Set<String> idle = new HashSet<>();

    private final Map<String, Fresh> fresh = new LinkedHashMap<>();
    private final Map<String, long[]> added = new LinkedHashMap<>();

    Fingerprints(StatelessSession session) {
        this.session = session;
    }

    private record Fresh(Fingerprint fingerprint, long issueId, GroupedEvent first) {}

    /** @param issueIds those that are locked: what leads to others was merged meanwhile, and makes the batch fail and be tried again */
    void load(Collection<String> hashes, Set<Long> issueIds) {
        session.createNativeQuery(
                        "select f.hash, f.issue_id, f.pinned, f.events from fingerprint f where f.hash = any(:hashes)",
                        Object[].class)
                .setParameter("hashes", hashes.toArray(String[]::new))
                .getResultList()
                .forEach(row -> {
                    long issueId = ((Number) row[1]).longValue();
                    if (issueIds.contains(issueId)) {
                        known.put((String) row[0], issueId);
                        pinned.put((String) row[0], (Boolean) row[2]);
                        if (((Number) row[3]).longValue() == 0) {
                            idle.add((String) row[0]);
                        }
                    }
                });
    }

    /** The issue each known fingerprint leads to. */
    Map<String, Long> known() {
        return known;
    }

    /** The one of an event's fingerprints that says where it goes; null when none is known. */
    @Nullable
    String leading(GroupedEvent grouped) {
        String newest = null;
        for (Fingerprint fingerprint : grouped.fingerprints()) {
            String hash = fingerprint.hash();
            if (pinned.getOrDefault(hash, false)) {
                return hash;
            }
            boolean leads = fingerprint == grouped.fingerprint() || !idle.contains(hash);
            newest = newest == null && leads && known.containsKey(hash) ? hash : newest;
        }
        return newest;
    }

    /** Counts an event of an issue and makes all its fingerprints lead there that led nowhere. @return the one it is kept under */
    String counted(GroupedEvent grouped, long issueId, long happened) {
        String leading = leading(grouped);
        for (Fingerprint fingerprint : grouped.fingerprints()) {
            if (!known.containsKey(fingerprint.hash())) {
                known.put(fingerprint.hash(), issueId);
                idle.add(fingerprint.hash());
                fresh.put(fingerprint.hash(), new Fresh(fingerprint, issueId, grouped));
                added.put(fingerprint.hash(), new long[] {0, happened, happened});
            }
        }
        String newest = grouped.fingerprint().hash();
        String kept = leading != null && pinned.getOrDefault(leading, false) ? leading : newest;
        add(kept, 1, happened);
        return kept;
    }

    void counted(Batch.Tally tally, long happened) {
        add(tally.fingerprint(), tally.events(), happened);
    }

    private void add(String hash, long events, long happened) {
        idle.remove(hash);
        long[] sums = added.computeIfAbsent(hash, first -> new long[] {0, happened, happened});
        sums[1] = sums[0] == 0 ? happened : Math.min(sums[1], happened);
        sums[2] = Math.max(sums[2], happened);
        sums[0] += events;
    }

    void write() {
        if (!added.isEmpty()) {
            session.doWork(connection -> {
                try (PreparedStatement insert = connection.prepareStatement(
                                "insert into fingerprint (hash, issue_id, algorithm, pinned, events, first_seen, last_seen,"
                                        + " kind, headline, culprit) values (?, ?, ?, false, ?, ?, ?, ?, ?, ?)");
                        PreparedStatement update = connection.prepareStatement(
                                "update fingerprint set events = events + ?, first_seen = case when events = 0 then cast(? as bigint)"
                                        + " else least(first_seen, ?) end, last_seen = greatest(last_seen, ?)"
                                        + " where hash = ?")) {
                    for (Map.Entry<String, long[]> entry : added.entrySet()) {
                        Fresh first = fresh.get(entry.getKey());
                        if (first == null) {
                            addUpdate(update, entry.getKey(), entry.getValue());
                        } else {
                            addInsert(insert, first, entry.getValue());
                        }
                    }
                    insert.executeBatch();
                    update.executeBatch();
                }
            });
        }
    }

    private static void addUpdate(PreparedStatement update, String hash, long[] sums) throws SQLException {
        update.setLong(1, sums[0]);
        update.setLong(2, sums[1]);
        update.setLong(3, sums[1]);
        update.setLong(4, sums[2]);
        update.setString(5, hash);
        update.addBatch();
    }

    private static void addInsert(PreparedStatement insert, Fresh first, long[] sums) throws SQLException {
        insert.setString(1, first.fingerprint().hash());
        insert.setLong(2, first.issueId());
        insert.setInt(3, first.fingerprint().version());
        insert.setLong(4, sums[0]);
        insert.setLong(5, sums[1]);
        insert.setLong(6, sums[2]);
        insert.setString(7, Texts.column(first.first().type(), 300));
        insert.setString(8, Texts.column(first.first().value(), 500));
        insert.setString(9, Texts.optional(first.first().culprit(), 500));
        insert.addBatch();
    }
}
