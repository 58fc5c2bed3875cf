package io.errortracker.ui.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * How many guesses are evaluated: within any hour at most 100 from one address and 1,000 in all.
 *
 * <p>So that guesses from many addresses cannot lock the owner out, the common bucket is kept fuller the more an address has tried: an
 * address that signed in before may take the last token, a new one leaves a few, one that failed must leave more for each failure.
 * Under a lasting flood from a fixed set of addresses an owner at another address still gets a turn within seconds. Thread-safe;
 * holds at most 10,000 addresses.
 */
final class SignInThrottle {
    private static final int MAX_ADDRESSES = 10_000;
    private static final int MAX_KNOWN = 1_000;
    private static final int LEFT_BY_A_NEW_ADDRESS = 10;
    private static final int LEFT_MORE_PER_FAILURE = 8;
    private static final int COUNTED_FAILURES = 10;
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final Clock clock;
    private final TokenBucket all;
    private final Map<String, Attempts> byAddress = new Recent<>(MAX_ADDRESSES);
    private final Map<String, Boolean> known = new Recent<>(MAX_KNOWN);

    SignInThrottle(Clock clock) {
        this.clock = clock;
        all = new TokenBucket(100, 900, clock.millis());
    }

    /**
     * Takes a guess's token. It counts as failed until {@link #succeeded} says otherwise.
     *
     * @return 0 when the guess may be evaluated, else after how many seconds to try again
     */
    synchronized int take(String address) {
        long now = clock.millis();
        boolean isKnown = known.get(address) != null;
        Attempts attempts = byAddress.computeIfAbsent(address, key -> new Attempts(now));
        boolean allowed = attempts.secondsToWait(isKnown, now) == 0;
        attempts.count(now);
        if (allowed) {
            attempts.own.take();
            all.take();
            return 0;
        }
        return Math.max(1, attempts.secondsToWait(isKnown, now));
    }

    /** The guess was right: it does not count. */
    synchronized void succeeded(String address) {
        Attempts attempts = byAddress.get(address);
        if (attempts != null) {
            attempts.failures = 0;
            attempts.own.giveBack();
            all.giveBack();
        }
        known.put(address, true);
    }

    private final class Attempts {
        private final TokenBucket own;
        private int failures;
        private long last;

        Attempts(long now) {
            own = new TokenBucket(10, 90, now);
            last = now;
        }

        int secondsToWait(boolean isKnown, long now) {
            if (now - last > FORGOTTEN_AFTER.toMillis()) {
                failures = 0;
            }
            if (!own.holds(1, now)) {
                return own.secondsUntil(1, now);
            }
            double needed = 1 + (isKnown ? 0 : leaves());
            return all.holds(needed, now) ? 0 : all.secondsUntil(needed, now);
        }

        /** A guess that was turned away counts too: whoever goes on guessing is served last. */
        void count(long now) {
            failures = Math.min(failures + 1, COUNTED_FAILURES);
            last = now;
        }

        private int leaves() {
            return LEFT_BY_A_NEW_ADDRESS + failures * LEFT_MORE_PER_FAILURE;
        }
    }
}
