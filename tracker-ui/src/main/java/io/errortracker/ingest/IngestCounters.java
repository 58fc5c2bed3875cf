package io.errortracker.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * What came in since the application started. Thread-safe.
 *
 * @since 0.1.0
 */
public final class IngestCounters {
    private static final List<String> NAMES = List.of(
            "events",
            "transactions",
            "batches of spans",
            "feedback",
            "updates of sessions",
            "check-ins",
            "client reports",
            "other items, passed over",
            "items over a limit",
            "requests over a limit",
            "requests with a wrong key, project or origin",
            "malformed requests");

    private final Map<String, LongAdder> counts = new LinkedHashMap<>();

    public IngestCounters() {
        NAMES.forEach(name -> counts.put(name, new LongAdder()));
    }

    /** One number. @param name what is counted */
    public record Count(String name, long count) {}

    /** All numbers, always in the same order. */
    public List<Count> all() {
        List<Count> all = new ArrayList<>();
        counts.forEach((name, count) -> all.add(new Count(name, count.sum())));
        return all;
    }

    void count(String name) {
        LongAdder count = counts.get(name);
        if (count == null) {
            throw new IllegalArgumentException(name);
        }
        count.increment();
    }
}
