package io.errortracker.health;

import java.lang.System.Logger;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The tracker's own counters and its own last error. Failures of the tracker are counted here and logged once per cause and minute;
 * they are never thrown into the application and never captured.
 *
 * <p>Thread-safe. One per application.
 *
 * @since 0.1.0
 */
public final class SelfHealth {
    private static final int LOGGED_CAUSES = 256;
    private static final long LOG_EVERY_MILLIS = 60_000;

    private final Clock clock;
    private final Logger log;
    private final LongAdder captured = new LongAdder();
    private final LongAdder stored = new LongAdder();
    private final LongAdder[] dropped;
    private final Map<String, Long> lastLogged = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Failure> lastFailure = new AtomicReference<>();

    /** @param log where failures are reported; its name must start with {@code io.errortracker} so that they are never captured */
    public SelfHealth(Clock clock, Logger log) {
        this.clock = clock;
        this.log = log;
        dropped = new LongAdder[DropReason.values().length];
        Arrays.setAll(dropped, i -> new LongAdder());
    }

    /** An event entered: it will be counted as stored or dropped later. */
    public void captured() {
        captured.increment();
    }

    public void stored(long events) {
        stored.add(events);
    }

    public void dropped(DropReason reason) {
        dropped(reason, 1);
    }

    public void dropped(DropReason reason, long events) {
        dropped[reason.ordinal()].add(events);
    }

    /** Counts nothing, remembers the failure for the self-page and logs it, at most once a minute for each {@code doing}. */
    public void failed(String doing, Throwable failure) {
        Failure told = Failure.of(doing, failure, clock.instant());
        lastFailure.set(told);
        if (mayLog(doing)) {
            log.log(Logger.Level.WARNING, "Error Tracker failed while {0}: {1}", doing, told.what());
        }
    }

    /** A line for the server log. */
    public void say(Logger.Level level, String message) {
        log.log(level, "{0}", OneLine.of(message, 600));
    }

    public long capturedCount() {
        return captured.sum();
    }

    public long storedCount() {
        return stored.sum();
    }

    public long droppedCount(DropReason reason) {
        return dropped[reason.ordinal()].sum();
    }

    /** Every reason that dropped anything, with how many. */
    public Map<DropReason, Long> drops() {
        Map<DropReason, Long> drops = new EnumMap<>(DropReason.class);
        for (DropReason reason : DropReason.values()) {
            long count = droppedCount(reason);
            if (count > 0) {
                drops.put(reason, count);
            }
        }
        return Collections.unmodifiableMap(drops);
    }

    public @Nullable Failure lastFailure() {
        return lastFailure.get();
    }

    private boolean mayLog(String cause) {
        long now = clock.millis();
        if (lastLogged.size() > LOGGED_CAUSES) {
            lastLogged.clear();
        }
        boolean[] may = new boolean[1];
        lastLogged.compute(cause, (key, last) -> {
            may[0] = last == null || now - last >= LOG_EVERY_MILLIS;
            return may[0] ? Long.valueOf(now) : last;
        });
        return may[0];
    }

    /**
     * A failure of the tracker itself.
     *
     * @param doing what it was doing: {@code writing a batch}
     * @param what class and message of the failure on one line, at most 200 characters of it
     */
    public record Failure(String doing, String what, Instant when) {
        static Failure of(String doing, Throwable failure, Instant when) {
            return new Failure(doing, OneLine.of(describe(failure), 300), when);
        }

        private static String describe(Throwable failure) {
            String type = failure.getClass().getName();
            try {
                String message = failure.getMessage();
                return message == null ? type : type + ": " + OneLine.of(message, 200);
            } catch (Throwable unprintable) {
                return type + " (unprintable)";
            }
        }
    }
}
