package io.errortracker.regroup;

import io.errortracker.regroup.Tally.Heap;
import io.errortracker.store.RegroupStore.Join;
import io.errortracker.store.RegroupStore.Known;
import io.errortracker.store.RegroupStore.Move;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which events get which issue.
 *
 * <p>A known fingerprint keeps its issue. A new one inherits the issue most of its events come from, unless that lives on under another
 * fingerprint or was inherited by a larger one: then it gets an issue of its own. So an issue whose fingerprint only changed stays, with
 * its number, status and history. One that has no stored event left goes into the one that got most of them.
 *
 * @param moves what changes
 * @param joins issues that go into others
 * @param events how many stored events were looked at
 */
record Plan(List<Move> moves, List<Join> joins, long events) {

    static Plan of(Tally tally, Map<String, Long> leading, Map<Long, Known> known) {
        Map<String, Long> targets = new LinkedHashMap<>(leading);
        Set<Long> living = new HashSet<>();
        tally.heaps().forEach((hash, heap) -> heap.counts().keySet().stream()
                .filter(issue -> issue.equals(leading.get(hash)))
                .forEach(living::add));
        for (Map.Entry<String, Heap> heap : largestFirst(tally)) {
            if (!leading.containsKey(heap.getKey())) {
                Long heir = inherited(heap.getValue(), living);
                if (heir != null) {
                    living.add(heir);
                    targets.put(heap.getKey(), heir);
                }
            }
        }
        return new Plan(moves(tally, targets), joins(tally, targets, living, known), tally.events());
    }

    private static List<Map.Entry<String, Heap>> largestFirst(Tally tally) {
        return tally.heaps().entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Heap> heap) ->
                                heap.getValue().size())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .toList();
    }

    private static @Nullable Long inherited(Heap heap, Set<Long> living) {
        return heap.counts().entrySet().stream()
                .filter(count -> !living.contains(count.getKey()))
                .max(Map.Entry.<Long, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static List<Move> moves(Tally tally, Map<String, Long> targets) {
        List<Move> moves = new ArrayList<>();
        tally.heaps().forEach((hash, heap) -> {
            if (!heap.changing().isEmpty()) {
                moves.add(new Move(heap.first(), targets.get(hash), heap.changing()));
            }
        });
        return moves;
    }

    /** Of issues all of whose stored events were looked at and go elsewhere. */
    private static List<Join> joins(Tally tally, Map<String, Long> targets, Set<Long> living, Map<Long, Known> known) {
        Map<Long, Map<Long, Long>> goes = new HashMap<>();
        tally.heaps().forEach((hash, heap) -> {
            Long to = targets.get(hash);
            if (to != null) {
                heap.counts().forEach((from, count) -> goes.computeIfAbsent(from, first -> new HashMap<>())
                        .merge(to, count, Long::sum));
            }
        });
        List<Join> joins = new ArrayList<>();
        for (long issue : tally.issues()) {
            Known told = known.get(issue);
            boolean whole = told != null && told.stored() == tally.lookedAt(issue);
            Map<Long, Long> to = goes.getOrDefault(issue, Map.of());
            if (whole && !living.contains(issue) && !to.isEmpty()) {
                long most = to.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElseThrow();
                joins.add(new Join(issue, most));
            }
        }
        return joins;
    }

    /** Every issue it speaks of. */
    Set<Long> issues() {
        Set<Long> issues = new TreeSet<>();
        for (Move move : moves) {
            issues.addAll(move.events().keySet());
            if (move.to() != null) {
                issues.add(move.to());
            }
        }
        joins.forEach(join -> issues.addAll(List.of(join.from(), join.to())));
        return issues;
    }
}
