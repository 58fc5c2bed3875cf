package io.errortracker.store.jpa;

import java.time.Instant;

/** Times as the tables hold them: microseconds since 1970; hours since 1970. */
final class Micros {
    private static final long HOUR = 3_600_000_000L;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Micros() {}

    /** Times before the year 1 or after 9999 become the nearest that is not. */
    static long of(Instant time) {
        Instant sane = time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
        return sane.getEpochSecond() * 1_000_000 + sane.getNano() / 1_000;
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L);
    }

    static long hour(long micros) {
        return Math.floorDiv(micros, HOUR);
    }
}
