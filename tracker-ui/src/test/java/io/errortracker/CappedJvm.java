package io.errortracker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program in a JVM of its own with so much heap and no more; it ends when that is not enough. */
public final class CappedJvm {
    private CappedJvm() {}

    /** @param exit 0 when it had enough */
    public record Outcome(int exit, List<String> lines) {
        /** The number behind {@code name=} in what it printed. */
        public int figure(String name) {
            return lines.stream()
                    .filter(line -> line.startsWith(name + "="))
                    .mapToInt(line -> Integer.parseInt(line.substring(name.length() + 1)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    public static Outcome run(Class<?> program, int heapMebibytes, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMebibytes + "m",
                "-Xmn6m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            List<String> lines = new ArrayList<>();
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                out.lines().forEach(lines::add);
            }
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Outcome(-1, lines);
            }
            return new Outcome(process.exitValue(), lines);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Bytes in use, after what nobody needs was collected; from here on {@link #peak} counts. */
    public static long live() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        return pools().stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }

    /** The most bytes that were in use at once, with what nobody needed any more. */
    public static long peak() {
        return pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
