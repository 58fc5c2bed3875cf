package io.errortracker.regroup;

import io.errortracker.store.RegroupStore.Join;
import io.errortracker.store.RegroupStore.Known;
import io.errortracker.store.RegroupStore.Move;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What grouping stored events anew would do.
 *
 * @param joins issues that would go, with all their events, into others
 * @param parts events that would leave an issue which stays
 * @param renamed events that would get another fingerprint and stay in their issue
 * @param events how many stored events were looked at
 * @since 0.1.0
 */
public record Preview(List<Joining> joins, List<Parting> parts, long renamed, long events) {
    public Preview {
        joins = List.copyOf(joins);
        parts = List.copyOf(parts);
    }

    /**
     * An issue that would go into another.
     *
     * @param issue its short id
     * @param title its headline
     * @param events its stored events
     * @param into the other's short id
     * @param intoTitle the other's headline
     */
    public record Joining(String issue, String title, long events, String into, String intoTitle) {}

    /**
     * Events that would leave an issue.
     *
     * @param issue its short id
     * @param title its headline
     * @param events how many
     * @param to the short id of the issue they would go to; null for a new one
     * @param toTitle the headline there
     */
    public record Parting(
            String issue,
            String title,
            long events,
            @Nullable String to,
            String toTitle) {}

    /** Whether nothing would change that anybody sees. */
    public boolean isEmpty() {
        return joins.isEmpty() && parts.isEmpty();
    }

    static Preview of(Plan plan, Map<Long, Known> known) {
        List<Joining> joins = new ArrayList<>();
        Set<Long> joined = new HashSet<>();
        for (Join join : plan.joins()) {
            Known from = known.get(join.from());
            Known to = known.get(join.to());
            joined.add(join.from());
            if (from != null && to != null) {
                joins.add(new Joining(from.shortId(), from.title(), from.stored(), to.shortId(), to.title()));
            }
        }
        List<Parting> parts = new ArrayList<>();
        long renamed = 0;
        for (Move move : plan.moves()) {
            for (Map.Entry<Long, List<Long>> events : move.events().entrySet()) {
                if (events.getKey().equals(move.to())) {
                    renamed += events.getValue().size();
                } else if (!joined.contains(events.getKey())) {
                    parts.add(parting(move, events, known));
                }
            }
        }
        return new Preview(joins, parts, renamed, plan.events());
    }

    private static Parting parting(Move move, Map.Entry<Long, List<Long>> events, Map<Long, Known> known) {
        Known from = known.get(events.getKey());
        Known to = move.to() == null ? null : known.get(move.to());
        String value = move.first().value();
        String fresh = value.isEmpty() ? move.first().type() : move.first().type() + ": " + value;
        return new Parting(
                from == null ? "" : from.shortId(),
                from == null ? "" : from.title(),
                events.getValue().size(),
                to == null ? null : to.shortId(),
                to == null ? fresh : to.title());
    }
}
