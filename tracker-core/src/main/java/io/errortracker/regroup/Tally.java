package io.errortracker.regroup;

import io.errortracker.issue.GroupedEvent;
import io.errortracker.store.RegroupStore.Shelved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Stored events under the fingerprints they would get, by the issue they are in. Not thread-safe. */
final class Tally {
    private final Map<String, Heap> heaps = new LinkedHashMap<>();
    private final Map<Long, Long> looked = new HashMap<>();
    private final Set<Long> issues = new TreeSet<>();
    private long events;

    /** Events that would get one fingerprint. */
    static final class Heap {
        private final GroupedEvent first;
        private final Map<Long, Long> counts = new LinkedHashMap<>();
        private final Map<Long, List<Long>> changing = new LinkedHashMap<>();

        private Heap(GroupedEvent first) {
            this.first = first;
        }

        GroupedEvent first() {
            return first;
        }

        /** How many of them are in which issue. */
        Map<Long, Long> counts() {
            return counts;
        }

        /** Those that have another fingerprint now, by issue. */
        Map<Long, List<Long>> changing() {
            return changing;
        }

        long size() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    void add(Shelved event, GroupedEvent grouped) {
        String hash = grouped.fingerprint().hash();
        Heap heap = heaps.computeIfAbsent(hash, first -> new Heap(grouped));
        heap.counts.merge(event.issueId(), 1L, Long::sum);
        if (!event.fingerprint().equals(hash)) {
            heap.changing
                    .computeIfAbsent(event.issueId(), first -> new ArrayList<>())
                    .add(event.number());
        }
        looked.merge(event.issueId(), 1L, Long::sum);
        issues.add(event.issueId());
        events++;
    }

    Map<String, Heap> heaps() {
        return heaps;
    }

    Set<String> fingerprints() {
        return heaps.keySet();
    }

    Set<Long> issues() {
        return issues;
    }

    /** How many events of an issue were looked at. */
    long lookedAt(long issueId) {
        return looked.getOrDefault(issueId, 0L);
    }

    long events() {
        return events;
    }
}
