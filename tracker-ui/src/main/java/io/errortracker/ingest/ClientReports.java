package io.errortracker.ingest;

import io.errortracker.event.Discarded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What clients say they did not send, since the application started. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ClientReports {
    /** Reasons that are told apart; clients know some fifteen, of a dozen categories. */
    private static final int MOST = 200;

    private static final Cause OTHER = new Cause("other", "other");

    private final Map<Cause, LongAdder> counts = new ConcurrentHashMap<>();

    private record Cause(String reason, String category) {}

    void count(List<Discarded> report) {
        for (Discarded some : report) {
            Cause cause = new Cause(some.reason(), some.category());
            boolean known = counts.containsKey(cause) || counts.size() < MOST;
            counts.computeIfAbsent(known ? cause : OTHER, first -> new LongAdder())
                    .add(some.quantity());
        }
    }

    /** All of it, the most first. */
    public List<Discarded> all() {
        List<Discarded> all = new ArrayList<>();
        counts.forEach((cause, count) -> all.add(new Discarded(cause.reason(), cause.category(), count.sum())));
        all.sort(Comparator.comparingLong(Discarded::quantity)
                .reversed()
                .thenComparing(Discarded::reason)
                .thenComparing(Discarded::category));
        return List.copyOf(all);
    }
}
