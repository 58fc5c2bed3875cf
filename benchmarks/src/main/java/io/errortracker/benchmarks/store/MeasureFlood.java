package io.errortracker.benchmarks.store;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.EventLimits;
import io.errortracker.group.Grouper;
import io.errortracker.health.DropReason;
import io.errortracker.health.SelfHealth;
import io.errortracker.issue.Change;
import io.errortracker.issue.Issue;
import io.errortracker.pipeline.Pipeline;
import io.errortracker.pipeline.Stages;
import io.errortracker.queue.Deferred;
import io.errortracker.queue.Settled;
import io.errortracker.scrub.ScrubRules;
import io.errortracker.scrub.Scrubber;
import io.errortracker.store.Batch;
import io.errortracker.store.EventRecorder;
import io.errortracker.store.IssueQuery;
import io.errortracker.store.RetentionPolicy;
import io.errortracker.store.Room;
import io.errortracker.store.jpa.JpaStore;
import io.errortracker.store.jpa.StoreLocation;
import io.errortracker.store.jpa.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A flood against a limit of bytes: events of several hundred issues, each with a message of its own, as fast as the writer takes them and
 * with no other limit. Prints the size of the file every ten seconds, the largest, and how long batches and removals took.
 */
public final class MeasureFlood {
    private static final int BATCH = 500;
    private static final int ISSUES = 600;

    private final int events;
    private final long budget;
    private final Path file;
    private final SelfHealth health = new SelfHealth(Clock.systemUTC(), System.getLogger("io.errortracker.benchmarks"));
    private final List<Long> recording = new ArrayList<>();
    private final List<Long> removing = new ArrayList<>();
    private final Random random = new Random(1);
    private volatile boolean over;
    private volatile long largest;

    private MeasureFlood(int events, long budget, Path file) {
        this.events = events;
        this.budget = budget;
        this.file = file;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        long megabytes = arguments.length > 1 ? Long.parseLong(arguments[1]) : 200;
        Path file = Files.createTempDirectory("measure-flood").resolve("errors");
        new MeasureFlood(events, megabytes * 1_000_000, file).run();
    }

    private void run() throws InterruptedException {
        RetentionPolicy policy = new RetentionPolicy(Duration.ofDays(90), 100_000_000, budget);
        Thread watch = new Thread(this::watch);
        watch.start();
        try (JpaStore store = JpaStore.create(
                new StoreSettings(new StoreLocation.File(file), "FLOOD", policy, Clock.systemUTC(), health))) {
            flood(store);
            over = true;
            watch.join();
            report(store);
        }
    }

    private void flood(JpaStore store) {
        Pipeline pipeline = pipeline(store);
        for (int from = 0; from < events; from += BATCH) {
            List<Deferred<ErrorEvent>> batch = IntStream.range(from, Math.min(events, from + BATCH))
                    .mapToObj(this::deferred)
                    .toList();
            pipeline.accept(batch, true);
            makeRoom(store);
            while (!pipeline.isDone()) {
                pause();
                makeRoom(store);
            }
        }
    }

    private void makeRoom(JpaStore store) {
        long begun = System.nanoTime();
        store.retention().makeRoom();
        removing.add(System.nanoTime() - begun);
    }

    private Pipeline pipeline(JpaStore store) {
        Scrubber scrubber = new Scrubber(ScrubRules.defaults());
        Stages stages = new Stages(
                event -> null,
                EventLimits::limit,
                scrubber,
                Stages.Hook.NONE,
                new Grouper()::group,
                fingerprint -> null,
                learnt -> {},
                now -> List.of());
        return new Pipeline(stages, timed(store), item -> null, changes -> {}, health, Clock.systemUTC());
    }

    private EventRecorder timed(JpaStore store) {
        return new EventRecorder() {
            @Override
            public List<Change> record(Batch batch) {
                long begun = System.nanoTime();
                try {
                    return store.record(batch);
                } finally {
                    recording.add(System.nanoTime() - begun);
                }
            }

            @Override
            public Room room() {
                return store.room();
            }
        };
    }

    /** Some issues happen a hundred times as often as others. */
    private Deferred<ErrorEvent> deferred(int number) {
        int issue = (int) (ISSUES * Math.pow(random.nextDouble(), 2));
        return new Settled<>(() -> SampleEvent.of(number, issue, Instant.now()));
    }

    private void watch() {
        Path data = file.resolveSibling(file.getFileName() + ".mv.db");
        long begun = System.nanoTime();
        long nextLine = 0;
        while (!over) {
            long size = size(data);
            largest = Math.max(largest, size);
            long seconds = (System.nanoTime() - begun) / 1_000_000_000;
            if (seconds >= nextLine) {
                nextLine = seconds + 10;
                System.out.printf(
                        "%4d s  file %6.1f MB  stored %7d  without room %7d%n",
                        seconds, size / 1e6, health.storedCount(), health.droppedCount(DropReason.STORE_FULL));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static long size(Path data) {
        try {
            return Files.exists(data) ? Files.size(data) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    private void report(JpaStore store) {
        IssueQuery all = new IssueQuery(null, "", null, null, null, IssueQuery.Sort.EVENTS, null, 100);
        long counted = 0;
        long complete = 0;
        List<Issue> issues = store.issues(all).issues();
        for (Issue issue : issues) {
            counted += issue.events();
            complete += store.latestEvent(issue.id()).isPresent() ? 1 : 0;
        }
        System.out.printf(
                "largest file %.1f MB = %.2f of the limit; events kept %d; drops %s%n",
                largest / 1e6, largest / (double) budget, store.health().events(), health.drops());
        System.out.printf(
                "of the %d largest issues %d have a newest event; they count %d events%n",
                issues.size(), complete, counted);
        System.out.println("recording a batch " + line(recording));
        System.out.println("removing a chunk  " + line(removing));
    }

    private static String line(List<Long> nanos) {
        long[] sorted = nanos.stream()
                .mapToLong(Long::longValue)
                .filter(took -> took > 100_000)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return "never";
        }
        return String.format(
                "n=%d p50 %.0f ms, p99 %.0f ms, max %.0f ms, sum %.0f s",
                sorted.length,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                sorted[sorted.length - 1] / 1e6,
                Arrays.stream(sorted).sum() / 1e9);
    }
}
