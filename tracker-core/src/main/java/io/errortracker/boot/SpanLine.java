package io.errortracker.boot;

import io.errortracker.event.Span;
import io.errortracker.health.SelfHealth;
import io.errortracker.scrub.Scrubber;
import io.errortracker.store.StoreUnavailableException;
import io.errortracker.store.TraceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;

/** Spans on their way into the store. They are worth less than events: while the store cannot be written they are let go. */
final class SpanLine {
    private static final int CAPACITY = 10_000;
    private static final int BATCH = 1_000;

    private final ArrayBlockingQueue<Span> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final Scrubber scrubber;
    private final TraceStore traces;
    private final SelfHealth health;

    SpanLine(Scrubber scrubber, TraceStore traces, SelfHealth health) {
        this.scrubber = scrubber;
        this.traces = traces;
        this.health = health;
    }

    /** Any thread. @return false when there is no room for all of them; none is kept then */
    boolean offer(List<Span> spans) {
        if (waiting.remainingCapacity() < spans.size()) {
            return false;
        }
        boolean all = true;
        for (Span span : spans) {
            all &= waiting.offer(span);
        }
        return all;
    }

    /** For the worker's thread. */
    void write() {
        List<Span> batch = new ArrayList<>();
        while (waiting.drainTo(batch, BATCH) > 0) {
            write(batch);
            batch.clear();
        }
    }

    private void write(List<Span> batch) {
        try {
            traces.record(batch.stream().map(scrubber::span).toList());
        } catch (StoreUnavailableException letGo) {
            health.failed("storing spans", letGo);
        }
    }
}
