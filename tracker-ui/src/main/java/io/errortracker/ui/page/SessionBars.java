package io.errortracker.ui.page;

import io.errortracker.store.ReleaseHealth;
import io.errortracker.store.ReleaseHealth.Day;
import java.util.ArrayList;
import java.util.List;

/**
 * Sessions of the last days, small enough for a row; what crashed stands at the foot of each bar. Drawn to their own maximum.
 *
 * @param bars oldest first
 * @param width of the drawing in px
 * @param label what it shows, in words
 */
record SessionBars(List<Bar> bars, int width, String label) {
    static final int HEIGHT = 24;
    private static final int STEP = 5;

    /**
     * One day.
     *
     * @param look the class that draws it: {@code none} or {@code past}
     * @param crashed height of the part that crashed; 0 for none
     */
    record Bar(int x, int y, int height, String look, int crashed) {
        int foot() {
            return HEIGHT - crashed;
        }
    }

    static SessionBars of(ReleaseHealth health) {
        List<Day> days = health.days();
        long max = Math.max(1, days.stream().mapToLong(Day::sessions).max().orElse(1));
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            bars.add(bar(i * STEP, days.get(i), max));
        }
        return new SessionBars(List.copyOf(bars), days.size() * STEP, label(health));
    }

    private static Bar bar(int x, Day day, long max) {
        if (day.sessions() == 0) {
            return new Bar(x, HEIGHT - 1, 1, "none", 0);
        }
        int height = part(day.sessions(), max, 3);
        int crashed = day.crashed() == 0 ? 0 : Math.min(height, part(day.crashed(), max, 2));
        return new Bar(x, HEIGHT - height, height, "past", crashed);
    }

    private static int part(long some, long max, int least) {
        return (int) Math.max(least, Math.round((double) some / max * (HEIGHT - 1)));
    }

    private static String label(ReleaseHealth health) {
        Day total = health.total();
        return Amount.of(total.sessions(), "session") + " in the last "
                + health.days().size() + " days, "
                + Amount.of(total.errored()).exact() + " with an error, "
                + Amount.of(total.crashed()).exact() + " crashed";
    }
}
