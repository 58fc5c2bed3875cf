package io.errortracker.ui.access;

/**
 * So many at once, so many an hour after that: within any hour at most {@code burst + perHour}. Not thread-safe; its owner locks.
 */
final class TokenBucket {
    private static final double HOUR_MILLIS = 3_600_000;

    private final double burst;
    private final double perMilli;
    private double tokens;
    private long filled;

    TokenBucket(int burst, int perHour, long nowMillis) {
        this.burst = burst;
        perMilli = perHour / HOUR_MILLIS;
        tokens = burst;
        filled = nowMillis;
    }

    /** Whether it holds at least this many now. */
    boolean holds(double needed, long nowMillis) {
        refill(nowMillis);
        return tokens >= needed;
    }

    void take() {
        tokens -= 1;
    }

    void giveBack() {
        tokens = Math.min(burst, tokens + 1);
    }

    /** Seconds until it holds this many, at least 1. */
    int secondsUntil(double needed, long nowMillis) {
        refill(nowMillis);
        return (int) Math.max(1, Math.ceil((needed - tokens) / perMilli / 1000));
    }

    private void refill(long nowMillis) {
        // a clock that was set back gives nothing and takes nothing
        tokens = Math.min(burst, tokens + Math.max(0, nowMillis - filled) * perMilli);
        filled = nowMillis;
    }
}
