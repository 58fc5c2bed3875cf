package io.errortracker.ui.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The last hours of one issue, small enough for a row. Each is drawn to its own maximum.
 *
 * @param bars oldest first
 * @param width of the drawing in px
 * @param label what it shows, in words
 */
record Sparkline(List<Bar> bars, int width, String label) {
    static final int HEIGHT = 24;
    private static final int STEP = 4;

    /**
     * One hour.
     *
     * @param look the class that draws it: {@code none}, {@code past} or {@code now}
     */
    record Bar(int x, int y, int height, String look) {}

    static Sparkline of(long[] hours) {
        long max = Math.max(1, Arrays.stream(hours).max().orElse(1));
        List<Bar> bars = new ArrayList<>(hours.length);
        for (int i = 0; i < hours.length; i++) {
            bars.add(bar(i, hours[i], max, i == hours.length - 1));
        }
        return new Sparkline(List.copyOf(bars), hours.length * STEP, label(hours));
    }

    private static Bar bar(int index, long count, long max, boolean now) {
        if (count == 0) {
            return new Bar(index * STEP, HEIGHT - 1, 1, "none");
        }
        int height = (int) Math.max(3, Math.round((double) count / max * (HEIGHT - 1)));
        return new Bar(index * STEP, HEIGHT - height, height, now ? "now" : "past");
    }

    private static String label(long[] hours) {
        long sum = Arrays.stream(hours).sum();
        if (sum == 0) {
            return "No events in the last " + hours.length + " hours";
        }
        long max = Arrays.stream(hours).max().orElse(0);
        return Amount.of(sum, "event") + " in the last " + hours.length + " hours, at most "
                + Amount.of(max).exact() + " in one";
    }
}
