package io.errortracker.store;

import java.util.List;

/**
 * How the sessions of a release went.
 *
 * @param days one after the other, the last is today's
 * @since 0.1.0
 */
public record ReleaseHealth(List<Day> days) {

    /**
     * Sessions that began on a day, in UTC.
     *
     * @param errored those that met an error, the crashed among them
     * @param crashed those that ended in a crash, hung, or met a failure that nobody caught
     */
    public record Day(long sessions, long errored, long crashed) {
        /** No sessions. */
        public static final Day NONE = new Day(0, 0, 0);

        /** Both together. */
        public Day plus(Day other) {
            return new Day(sessions + other.sessions, errored + other.errored, crashed + other.crashed);
        }
    }

    public ReleaseHealth {
        days = List.copyOf(days);
    }

    /** All days together. */
    public Day total() {
        return days.stream().reduce(Day.NONE, Day::plus);
    }
}
