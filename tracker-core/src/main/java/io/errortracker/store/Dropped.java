package io.errortracker.store;

/**
 * What was dropped for one cause.
 *
 * @param hours events in each of the last hours, the oldest first, the last one the hour of now
 * @param total events as far back as counts are kept
 * @since 0.1.0
 */
public record Dropped(long[] hours, long total) {

    /** Nothing was dropped. */
    public static Dropped none(int hours) {
        return new Dropped(new long[hours], 0);
    }

    /** Events of the hours shown. */
    public long recent() {
        long sum = 0;
        for (long hour : hours) {
            sum += hour;
        }
        return sum;
    }
}
