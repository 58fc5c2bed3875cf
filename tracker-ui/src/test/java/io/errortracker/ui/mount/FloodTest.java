package io.errortracker.ui.mount;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.Settings;
import io.errortracker.TrackerConfig;
import io.errortracker.boot.Deployment;
import io.errortracker.boot.IngestLine;
import io.errortracker.boot.TrackerRuntime;
import io.errortracker.ingest.IngestLimits;
import io.errortracker.store.IssueQuery;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everybody who has the public key sends as much as they can, each time something new, while the application fails as well. */
class FloodTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final int ENVELOPES = 100_000;
    private static final int ADDRESSES = 10_000;
    private static final int OWN = 1_000;

    /** Of a million envelopes in ten minutes. */
    private static final double PER_SECOND = 1_000_000 / 600.0;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @TempDir
    private Path directory;

    private final Map<Integer, Integer> statuses = new TreeMap<>();

    @Test
    void a_hundred_thousand_envelopes_of_ten_thousand_addresses_cost_no_event_of_the_applications_own()
            throws Exception {
        try (TrackerRuntime tracker = tracker()) {
            IngestLine line = Objects.requireNonNull(tracker.ingest());
            IngestMount ingest = new IngestMount(tracker, line, IngestLimits.DEFAULT);
            send(ingest, 0);
            long heap = heap();
            long nanos = cpu();

            for (int i = 1; i < ENVELOPES; i++) {
                send(ingest, i);
                if (i % (ENVELOPES / OWN) == 0) {
                    tracker.tracker().captureException(new IllegalStateException("the warehouse is closed"));
                }
            }
            long spent = cpu() - nanos;
            tracker.tracker().flush(Duration.ofMinutes(1));
            line.flush(Duration.ofMinutes(1));
            long grown = heap() - heap;

            List<Long> own = events(tracker, "IllegalStateException");
            long theirs = issues(tracker) - own.size();
            double share = 100.0 * spent / ENVELOPES / 1e9 * PER_SECOND;
            System.getLogger("figures")
                    .log(
                            System.Logger.Level.INFO,
                            "envelopes={0} addresses={1} statuses={2} new issues={3} own events stored={4} of {5} heap {6} MiB"
                                    + " more, CPU {7} us an envelope: {8} % of a core at {9} a second",
                            ENVELOPES,
                            ADDRESSES,
                            statuses,
                            theirs,
                            own.stream().mapToLong(Long::longValue).sum(),
                            OWN - 1,
                            grown >> 20,
                            spent / ENVELOPES / 1_000,
                            Math.round(share),
                            Math.round(PER_SECOND));
            assertThat(own).containsExactly((long) OWN - 1);
            assertThat(theirs).isEqualTo(101L);
            assertThat(statuses.keySet()).containsExactly(200, 429);
            assertThat(statuses.get(200)).isLessThanOrEqualTo(1_100);
            assertThat(grown).isLessThan(64L << 20);
            assertThat(tracker.health().lastFailure()).isNull();
        }
    }

    private TrackerRuntime tracker() {
        Map<String, String> settings = Map.of(
                "tracker.ingest.enabled",
                "true",
                "tracker.ingest.keys",
                KEY,
                "tracker.storm.per-minute",
                "1000000",
                "tracker.store.directory",
                directory.toString());
        return TrackerRuntime.start(
                new Deployment(getClass().getClassLoader(), "/shop", "none", Set.of(), path -> null),
                TrackerConfig.read(name ->
                        Optional.ofNullable(settings.get(name)).map(value -> new Settings.Setting(value, false))),
                Clock.systemUTC());
    }

    private static List<Long> events(TrackerRuntime tracker, String type) {
        IssueQuery query = new IssueQuery(null, type, null, null, null, IssueQuery.Sort.EVENTS, null, 10);
        return tracker.issues().issues(query).issues().stream()
                .map(issue -> issue.events())
                .toList();
    }

    private static long issues(TrackerRuntime tracker) {
        return tracker.issues().health().issues();
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** What this thread, which is the container's here, and the tracker's own spent. */
    private static long cpu() {
        return Stream.of(THREADS.dumpAllThreads(false, false))
                .filter(thread -> thread.getThreadId() == Thread.currentThread().getId()
                        || thread.getThreadName().startsWith("error-tracker-"))
                .mapToLong(ThreadInfo::getThreadId)
                .map(id -> Math.max(0, THREADS.getThreadCpuTime(id)))
                .sum();
    }

    private void send(IngestMount ingest, int number) throws Exception {
        String address = "10." + number % ADDRESSES / 250 % 40 + "." + number % 250 + ".7";
        String type = "Forged" + letters(number);
        byte[] body = ("{}\n{\"type\":\"event\"}\n{\"platform\":\"javascript\",\"exception\":{\"values\":[{\"type\":\""
                        + type + "\",\"value\":\"x\"}]}}")
                .getBytes(StandardCharsets.UTF_8);
        int[] status = {0};
        ingest.service(request(address, body), response(status));
        statuses.merge(status[0], 1, Integer::sum);
    }

    /** A number without digits, which grouping would take for one. */
    private static String letters(int number) {
        return Integer.toString(number, 26)
                .chars()
                .map(c -> c <= '9' ? c - '0' + 'A' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static HttpServletRequest request(String address, byte[] body) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                FloodTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getMethod" -> "POST";
                    case "getPathInfo" -> "/api/1/envelope/";
                    case "getQueryString" -> "sentry_key=" + KEY;
                    case "getScheme" -> "http";
                    case "getRemoteAddr" -> address;
                    case "getContentLengthLong" -> (long) body.length;
                    case "getHeaders" -> Collections.emptyEnumeration();
                    case "getInputStream" -> new Body(body);
                    default -> null;
                });
    }

    private static HttpServletResponse response(int[] status) {
        ServletOutputStream nowhere = new Nowhere();
        return (HttpServletResponse) Proxy.newProxyInstance(
                FloodTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("setStatus")) {
                        status[0] = (Integer) arguments[0];
                    }
                    return method.getName().equals("getOutputStream") ? nowhere : null;
                });
    }

    private static final class Body extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Body(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Nowhere extends ServletOutputStream {
        private final OutputStream sink = OutputStream.nullOutputStream();

        @Override
        public void write(int b) throws java.io.IOException {
            sink.write(b);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
