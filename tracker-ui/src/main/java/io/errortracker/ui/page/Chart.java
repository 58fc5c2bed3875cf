package io.errortracker.ui.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Events over time as bars. Places along the time axis are percentages of the width, so that the drawing fits any screen; heights are px.
 *
 * @param bars those that have events, oldest first
 * @param ticks names of times below the axis
 * @param marks what happened to the issue meanwhile
 * @param peak the value of the highest bar
 * @param unit what one bar counts: {@code an hour}
 * @param label what the chart shows, in words
 * @param rows the same as a table, by hour or by day
 */
record Chart(
        List<Bar> bars, List<Tick> ticks, List<Mark> marks, Amount peak, String unit, String label, List<Row> rows) {
    /** Of the highest bar, in px. */
    static final int HEIGHT = 56;

    /** Above the bars, for the marks and the value of the peak, in px. */
    static final int HEADROOM = 18;

    private static final int DAY = 24;

    record Bar(String x, String width, int y, int height, String look, String tip) {}

    record Tick(String x, String name, String look) {}

    record Mark(String x, String name, String look) {}

    record Row(String when, String count) {}

    /** An event in an issue's life that the chart marks. */
    record Milestone(Instant when, String name, String look) {}

    /** The last line of the bars. */
    static int baseline() {
        return HEADROOM + HEIGHT;
    }

    /**
     * A chart of hourly counts.
     *
     * @param hours oldest first; the last is the hour of now
     * @param perBar hours that one bar sums up
     */
    static Chart of(long[] hours, int perBar, Moments moments, List<Milestone> milestones) {
        Instant start = moments.now().truncatedTo(ChronoUnit.HOURS).minus(hours.length - 1L, ChronoUnit.HOURS);
        long[] sums = sums(hours, perBar);
        long max = Arrays.stream(sums).max().orElse(0);
        return new Chart(
                bars(sums, perBar, max, start, moments),
                ticks(hours.length, start, moments),
                marks(hours.length, start, milestones),
                Amount.of(max),
                perBar == 1 ? "hour" : perBar + " hours",
                label(hours, max, perBar),
                rows(hours, start, moments));
    }

    boolean isEmpty() {
        return bars.isEmpty();
    }

    private static long[] sums(long[] hours, int perBar) {
        long[] sums = new long[(hours.length + perBar - 1) / perBar];
        int offset = sums.length * perBar - hours.length;
        for (int i = 0; i < hours.length; i++) {
            sums[(i + offset) / perBar] += hours[i];
        }
        return sums;
    }

    private static List<Bar> bars(long[] sums, int perBar, long max, Instant start, Moments moments) {
        List<Bar> bars = new ArrayList<>();
        double step = 100.0 / sums.length;
        for (int i = 0; i < sums.length; i++) {
            if (sums[i] > 0) {
                int height = (int) Math.max(2, Math.round((double) sums[i] / max * HEIGHT));
                Instant from = start.plus((long) i * perBar, ChronoUnit.HOURS);
                bars.add(new Bar(
                        percent(i * step + step * 0.1),
                        percent(step * 0.8),
                        HEADROOM + HEIGHT - height,
                        height,
                        i == sums.length - 1 ? "now" : "past",
                        Amount.of(sums[i], "event") + ", " + moments.hour(from)));
            }
        }
        return List.copyOf(bars);
    }

    private static List<Tick> ticks(int hours, Instant start, Moments moments) {
        List<Tick> ticks = new ArrayList<>();
        boolean days = hours > 2 * DAY;
        int named = 0;
        for (int i = 0; i < hours; i++) {
            Instant when = start.plus(i, ChronoUnit.HOURS);
            ZonedDateTime local = moments.local(when);
            double place = 100.0 * i / hours;
            if ((days ? local.getHour() == 0 : local.getHour() % 3 == 0) && place < 97) {
                String name = days || local.getHour() == 0 ? moments.day(when) : moments.hourOnly(when);
                ticks.add(new Tick(percent(place), name, named++ % 3 == 0 ? "tick" : "tick minor"));
            }
        }
        return List.copyOf(ticks);
    }

    private static List<Mark> marks(int hours, Instant start, List<Milestone> milestones) {
        double length = Duration.ofHours(hours).toMillis();
        List<Mark> marks = new ArrayList<>();
        for (Milestone milestone : milestones) {
            double place = 100.0 * Duration.between(start, milestone.when()).toMillis() / length;
            if (place >= 0 && place <= 100) {
                String side = place > 85 ? " end" : "";
                marks.add(new Mark(percent(place), milestone.name(), milestone.look() + side));
            }
        }
        return List.copyOf(marks);
    }

    private static List<Row> rows(long[] hours, Instant start, Moments moments) {
        int perRow = hours.length > 2 * DAY ? DAY : 1;
        List<Row> rows = new ArrayList<>();
        long[] sums = sums(hours, perRow);
        for (int i = 0; i < sums.length; i++) {
            Instant when = start.plus((long) i * perRow, ChronoUnit.HOURS);
            rows.add(new Row(moments.hour(when), Long.toString(sums[i])));
        }
        return List.copyOf(rows);
    }

    private static String label(long[] hours, long max, int perBar) {
        long sum = Arrays.stream(hours).sum();
        String span = hours.length > 2 * DAY ? hours.length / DAY + " days" : hours.length + " hours";
        if (sum == 0) {
            return "No events in the last " + span;
        }
        String bar = perBar == 1 ? "one hour" : perBar + " hours";
        return Amount.of(sum, "event") + " in the last " + span + ", at most "
                + Amount.of(max).exact() + " in " + bar;
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.3f%%", value);
    }
}
