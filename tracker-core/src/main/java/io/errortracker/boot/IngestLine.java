package io.errortracker.boot;

import io.errortracker.capture.UserAgents;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.Request;
import io.errortracker.event.SessionUpdate;
import io.errortracker.event.Span;
import io.errortracker.health.DropReason;
import io.errortracker.health.SelfHealth;
import io.errortracker.pipeline.Pipeline;
import io.errortracker.queue.Deferred;
import io.errortracker.queue.HandOver;
import io.errortracker.queue.Worker;
import io.errortracker.scrub.Scrubber;
import io.errortracker.store.ReleaseHealthStore;
import io.errortracker.store.TraceStore;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;

/**
 * The way of events that other programs send: a queue, a worker and a pipeline of their own, so that a flood of them neither pushes out
 * nor delays the application's own events.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class IngestLine {
    private static final int CAPACITY = 512;
    private static final long MAX_BYTES = 16L << 20;

    private final HandOver<ErrorEvent> queue = new HandOver<>(CAPACITY, MAX_BYTES);
    private final UserAgents userAgents = new UserAgents();
    private final SelfHealth health;
    private final Pipeline pipeline;
    private final SideLine<Span> spans;
    private final SideLine<SessionUpdate> sessions;
    private final Worker<ErrorEvent> worker;

    IngestLine(
            Pipeline pipeline,
            Scrubber scrubber,
            TraceStore traces,
            ReleaseHealthStore releases,
            SelfHealth health,
            ThreadFactory threads) {
        this.health = health;
        this.pipeline = pipeline;
        this.spans = new SideLine<>(
                "storing spans",
                batch -> traces.record(batch.stream().map(scrubber::span).toList()),
                health);
        this.sessions = new SideLine<>("counting sessions", releases::record, health);
        this.worker = new Worker<>(queue, new Sink(), Worker.Pace.DEFAULT, threads, health::failed);
    }

    void start() {
        worker.start();
    }

    /** Stores what waits. @return how many events were left behind */
    int stop(Duration timeout) {
        return worker.stop(timeout) + pipeline.abandon();
    }

    /**
     * Takes an event for the worker.
     *
     * @param bytes it was sent as
     * @return false when there is no room; the event has been counted as dropped then
     */
    public boolean offer(ErrorEvent event, int bytes) {
        health.captured();
        if (queue.offer(new Arrived(event, bytes * 3, System.nanoTime()))) {
            return true;
        }
        DropReason blocked = pipeline.blockedBy();
        health.dropped(blocked == null ? DropReason.QUEUE_FULL : blocked);
        return false;
    }

    /** Takes spans for the worker. @return false when there is no room for all of them; none is kept then */
    public boolean offer(List<Span> some) {
        return spans.offer(some);
    }

    /** Takes what is told of sessions for the worker. @return false when there is no room for all of it; none is kept then */
    public boolean offerSessions(List<SessionUpdate> some) {
        return sessions.offer(some);
    }

    /** Waits until everything that was taken before has been given to the store. @return false when that took longer */
    public boolean flush(Duration timeout) {
        return worker.flush(timeout);
    }

    /** Events waiting now. */
    public int queued() {
        return queue.size();
    }

    private ErrorEvent withUserAgent(ErrorEvent event) {
        Request request = event.request();
        String userAgent = request == null ? null : request.header("user-agent");
        if (userAgent == null) {
            return event;
        }
        Map<String, Map<String, Object>> contexts = new LinkedHashMap<>(event.contexts());
        userAgents.contexts(userAgent).forEach(contexts::putIfAbsent);
        return event.with(parts -> parts.contexts(contexts));
    }

    private final class Arrived implements Deferred<ErrorEvent> {
        private final ErrorEvent event;
        private final int weight;
        private final long createdNanos;

        Arrived(ErrorEvent event, int weight, long createdNanos) {
            this.event = event;
            this.weight = weight;
            this.createdNanos = createdNanos;
        }

        @Override
        public boolean isSettled() {
            return true;
        }

        @Override
        public long createdNanos() {
            return createdNanos;
        }

        @Override
        public int weight() {
            return weight;
        }

        @Override
        public ErrorEvent make() {
            return withUserAgent(event);
        }
    }

    /** Events into the pipeline; spans and sessions, which the worker is asked about with every poll, into the store. */
    private final class Sink implements Worker.Sink<ErrorEvent> {
        @Override
        public void accept(List<Deferred<ErrorEvent>> batch, boolean more) {
            pipeline.accept(batch, more);
            spans.write();
            sessions.write();
        }

        @Override
        public boolean isDone() {
            return pipeline.isDone();
        }
    }
}
