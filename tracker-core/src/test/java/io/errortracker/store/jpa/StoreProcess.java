package io.errortracker.store.jpa;

import io.errortracker.issue.GroupedEvent;
import io.errortracker.store.Events;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A store in a process of its own. */
final class StoreProcess implements AutoCloseable {
    static final int BATCH = 50;
    private final Process process;
    private final BufferedReader lines;

    private StoreProcess(Process process) {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** One that opens the store, says how that went, and keeps it until its input ends. */
    static StoreProcess holding(Path path) throws IOException {
        return start("hold", path);
    }

    /** One that records batches of {@link #BATCH} for ever and says after each how many there were. */
    static StoreProcess recording(Path path, int run) throws IOException {
        return start("record" + run, path);
    }

    private static StoreProcess start(String what, Path path) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreProcess.class.getName(),
                        what,
                        path.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new StoreProcess(process);
    }

    String line() {
        try {
            return String.valueOf(lines.readLine());
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    /** What it said last, once it says no more. */
    String lastLine(String before) throws IOException {
        String last = before;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            last = line;
        }
        return last;
    }

    /** Leaves what it said before to be read. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    /** Lets it end by itself. */
    void end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws IOException {
        try (JpaStore store = Stores.file(Path.of(arguments[1]), Clock.systemUTC())) {
            if (arguments[0].equals("hold")) {
                store.record(Events.stored(Events.of("Held", Instant.now())));
                say(store.health().state().toString());
                System.in.read();
            } else {
                recordForEver(store, arguments[0]);
            }
        }
    }

    private static void recordForEver(JpaStore store, String run) {
        for (int batch = 0; ; batch++) {
            List<GroupedEvent> events = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                events.add(Events.by(run + "-" + batch, "Killed" + i % 7, Instant.now()));
            }
            store.record(Events.stored(events));
            say(String.valueOf((batch + 1) * BATCH));
        }
    }

    /** In one write. */
    private static void say(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }
}
