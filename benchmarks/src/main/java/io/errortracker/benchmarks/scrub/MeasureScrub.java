package io.errortracker.benchmarks.scrub;

import io.errortracker.event.ErrorEvent;
import io.errortracker.scrub.ScrubRules;
import io.errortracker.scrub.Scrubber;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** {@code measure-scrub}: a megabyte of text of each of ten hostile shapes, through all rules at once; and twice as much of each. */
public final class MeasureScrub {
    private static final int MEGABYTE = 1_000_000;
    private static final int ROUNDS = 5;

    private record Shape(String name, String unit) {}

    private static final List<Shape> SHAPES = List.of(
            new Shape("letters", "a"),
            new Shape("at signs", "a@"),
            new Shape("secret names", "token"),
            new Shape("open quotes", "password=\""),
            new Shape("URLs", "://a:b@"),
            new Shape("paths", "/home/"),
            new Shape("key headers", "-----BEGIN "),
            new Shape("card groups", "4111 "),
            new Shape("tokens", "eyJ"),
            new Shape("brackets", "{[(=1.2"));

    private final Scrubber scrubber = new Scrubber(ScrubRules.defaults());
    private final PrintStream out;

    private MeasureScrub(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        new MeasureScrub(new PrintStream(System.out, true, StandardCharsets.UTF_8)).run();
    }

    private void run() {
        SHAPES.forEach(shape -> best(shape, MEGABYTE / 10));
        double one = 0;
        double two = 0;
        out.printf("%-14s %10s %10s %8s%n", "shape", "1 MB, ms", "2 MB, ms", "ratio");
        for (Shape shape : SHAPES) {
            double small = best(shape, MEGABYTE);
            double large = best(shape, 2 * MEGABYTE);
            out.printf("%-14s %10.1f %10.1f %8.2f%n", shape.name(), small, large, large / small);
            one += small;
            two += large;
        }
        out.printf("%-14s %10.1f %10.1f %8.2f%n", "all ten", one, two, two / one);
    }

    /** The best of some rounds, in ms. */
    private double best(Shape shape, int characters) {
        ErrorEvent event = ErrorEvent.builder(ErrorEvent.newId(), Instant.EPOCH)
                .message(shape.unit().repeat(characters / shape.unit().length()))
                .build();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            ErrorEvent scrubbed = scrubber.apply(event);
            long took = System.nanoTime() - begun;
            if (scrubbed.message() != null) {
                best = Math.min(best, took);
            }
        }
        return best / 1e6;
    }
}
