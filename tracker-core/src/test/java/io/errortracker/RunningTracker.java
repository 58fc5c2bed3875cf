package io.errortracker;

import io.errortracker.capture.Admission;
import io.errortracker.capture.AppFacts;
import io.errortracker.capture.ArgumentRenderer;
import io.errortracker.capture.Capturer;
import io.errortracker.capture.EventMaker;
import io.errortracker.capture.Reentrancy;
import io.errortracker.event.ErrorEvent;
import io.errortracker.health.SelfHealth;
import io.errortracker.queue.Deferred;
import io.errortracker.queue.HandOver;
import io.errortracker.queue.Worker;
import io.errortracker.scope.Scopes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A tracker without a store, for tests of what captures: runs for the context class loader of the thread that made it. */
public final class RunningTracker implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ClassLoader application = Thread.currentThread().getContextClassLoader();
    private final List<ErrorEvent> events = new CopyOnWriteArrayList<>();
    private final SelfHealth health =
            new SelfHealth(Clock.systemUTC(), System.getLogger("io.errortracker.RunningTracker"));
    private final Worker<ErrorEvent> worker;
    private final ScopedErrorTracker tracker;

    private RunningTracker(Admission admission, Clock clock) {
        HandOver<ErrorEvent> queue = new HandOver<>(1_024, 1 << 25);
        Scopes scopes = new Scopes();
        AppFacts app = new AppFacts("test", null, null, null, Map.of(), name -> name.startsWith("com.example."));
        Capturer capturer = new Capturer(
                queue,
                scopes,
                new EventMaker(app, exception -> exception),
                admission,
                new Reentrancy(),
                health,
                clock,
                () -> false,
                () -> null);
        worker = new Worker<>(
                queue,
                new Sink(),
                new Worker.Pace(100, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofSeconds(30)),
                task -> new Thread(task, "running-tracker"),
                health::failed);
        ArgumentRenderer arguments =
                new ArgumentRenderer(ArgumentRenderer.Mode.FULL, annotation -> annotation instanceof Sensitive);
        tracker = new ScopedErrorTracker(capturer, scopes, arguments, worker::flush);
    }

    public static RunningTracker start() {
        return start(Admission.ALL, Clock.systemUTC());
    }

    /** Starts one of whose parts some fail. */
    public static RunningTracker start(Admission admission, Clock clock) {
        RunningTracker running = new RunningTracker(admission, clock);
        running.worker.start();
        GlobalErrorTracker.register(running.application, running.tracker);
        return running;
    }

    public ScopedErrorTracker tracker() {
        return tracker;
    }

    public SelfHealth health() {
        return health;
    }

    /** What was captured so far, in order, whether settled or not. */
    public List<ErrorEvent> events() {
        worker.flush(PATIENCE);
        return List.copyOf(events);
    }

    public ErrorEvent onlyEvent() {
        List<ErrorEvent> all = events();
        if (all.size() != 1) {
            throw new AssertionError("expected one event, got " + all.size() + ": "
                    + all.stream()
                            .map(event -> event.exceptions().get(0).value())
                            .toList());
        }
        return all.get(0);
    }

    @Override
    public void close() {
        GlobalErrorTracker.unregister(application, tracker);
        worker.stop(PATIENCE);
    }

    private final class Sink implements Worker.Sink<ErrorEvent> {
        @Override
        public void accept(List<Deferred<ErrorEvent>> batch, boolean more) {
            batch.forEach(item -> events.add(item.make()));
        }

        @Override
        public boolean isDone() {
            return true;
        }
    }
}
