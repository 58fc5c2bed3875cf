package io.errortracker.benchmarks.capture;

import io.errortracker.Settings;
import io.errortracker.TrackerConfig;
import io.errortracker.boot.Deployment;
import io.errortracker.boot.TrackerRuntime;
import io.sentry.Sentry;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Captures about 40 failures a second, by turns with this tracker (storing to disk) and with Sentry's SDK (sending to a local sink), in one
 * JVM, and compares what each costs the calling thread. Queues have room and code is warm, as in an application that fails now and then.
 */
public final class MeasureCapture {
    private static final int WARM_UP = 400;
    private static final int MEASURED = 1_000;
    private static final long PAUSE_NANOS = 12_000_000;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    private MeasureCapture() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createTempDirectory("measure-capture");
        try (Sink sink = new Sink();
                TrackerRuntime runtime = start(directory)) {
            Sentry.init(options -> {
                options.setDsn(sink.dsn());
                options.setEnableUncaughtExceptionHandler(false);
            });
            new MeasureCapture().run(runtime, sink, System.out);
            Sentry.close();
        }
    }

    private static TrackerRuntime start(Path directory) {
        Map<String, String> settings =
                Map.of("tracker.store.directory", directory.toString(), "tracker.storm.per-minute", "100000");
        TrackerConfig config = TrackerConfig.read(
                key -> Optional.ofNullable(settings.get(key)).map(value -> new Settings.Setting(value, false)));
        Deployment deployment = new Deployment(
                MeasureCapture.class.getClassLoader(),
                "/benchmark",
                "none",
                Set.of(MeasureCapture.class.getPackageName()),
                path -> null);
        return TrackerRuntime.start(deployment, config, Clock.systemUTC());
    }

    private void run(TrackerRuntime runtime, Sink sink, PrintStream out) {
        List<Consumer<RuntimeException>> subjects = List.of(
                failure -> {},
                MeasureCapture::readFrames,
                failure -> runtime.tracker().captureException(failure),
                Sentry::captureException);
        round(subjects, WARM_UP);
        long[][] nanos = round(subjects, MEASURED);
        double empty = median(nanos[0]);
        double frames = median(nanos[1]) - empty;
        double ours = median(nanos[2]) - empty;
        double sentry = median(nanos[3]) - empty;
        runtime.tracker().flush(Duration.ofMinutes(1));
        Sentry.flush(60_000);
        out.printf("calling thread, CPU p50 of %d captures by turns in one JVM, empty call subtracted%n", MEASURED);
        out.printf("getStackTrace alone   %8.1f us%n", frames / 1_000);
        out.printf("this tracker          %8.1f us%n", ours / 1_000);
        out.printf("io.sentry:sentry      %8.1f us%n", sentry / 1_000);
        out.printf(
                "captured=%d stored=%d sent-by-sentry=%d%n",
                WARM_UP + MEASURED, runtime.health().storedCount(), sink.taken());
        out.printf("capture / Sentry = %.3f   capture / getStackTrace = %.2f%n", ours / sentry, ours / frames);
    }

    private static void readFrames(RuntimeException failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            StackTraceElement[] unused = each.getStackTrace();
        }
    }

    private long[][] round(List<Consumer<RuntimeException>> subjects, int times) {
        long[][] nanos = new long[subjects.size()][times];
        for (int i = 0; i < times; i++) {
            for (int turn = 0; turn < subjects.size(); turn++) {
                int subject = (turn + i) % subjects.size();
                RuntimeException failure = DeepFailure.fresh(i);
                LockSupport.parkNanos(PAUSE_NANOS);
                long before = threads.getCurrentThreadCpuTime();
                subjects.get(subject).accept(failure);
                nanos[subject][i] = threads.getCurrentThreadCpuTime() - before;
            }
        }
        return nanos;
    }

    private static double median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
