package io.errortracker.ingest;

import io.errortracker.ingest.IngestLimits.Pace;
import io.errortracker.ingest.IngestLimits.Share;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much each address, each key and all together may still send. Refused are requests before their body is read, and items once it is
 * known what they are.
 *
 * <p>Thread-safe; the table of addresses forgets those not seen for longest.
 */
final class RateLimits {
    private static final int MAX_KEYS = 100;

    /** What an item counts as. */
    enum Kind {
        ERROR,
        TRACE,
        SESSION
    }

    private final IngestLimits limits;
    private final Clock clock;
    private final Map<String, Buckets> addresses;
    private final Map<String, Buckets> keys;
    private final Bucket errors5Minutes;
    private final Bucket errorsHour;
    private final Bucket bytesDay;

    RateLimits(IngestLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
        addresses = recent(limits.maxAddresses());
        keys = recent(MAX_KEYS);
        long now = clock.millis();
        IngestLimits.All all = limits.all();
        errors5Minutes = new Bucket(all.errorsPer5Minutes(), all.errorsPer5Minutes() / 300_000.0, now);
        errorsHour = new Bucket(all.errorsPerHour(), all.errorsPerHour() / 3_600_000.0, now);
        bytesDay = new Bucket(all.bytesPerDay(), all.bytesPerDay() / 86_400_000.0, now);
    }

    /** Whether a request may be looked at. @return 0 if so, else the seconds to wait */
    synchronized int mayCome(String address) {
        long now = clock.millis();
        Buckets buckets = buckets(addresses, address, limits.address());
        if (!buckets.requests.take(1, now)) {
            return buckets.requests.secondsUntil(1, now);
        }
        boolean nothingLeft =
                !buckets.errors.holds(1, now) && !buckets.traces.holds(1, now) && !buckets.sessions.holds(1, now);
        return nothingLeft ? buckets.errors.secondsUntil(1, now) : bytesDay.secondsUntil(1, now);
    }

    /** Whether a request with a live key may be read. @return 0 if so, else the seconds to wait */
    synchronized int mayComeWith(String key) {
        long now = clock.millis();
        Buckets buckets = buckets(keys, key, limits.key());
        return buckets.requests.take(1, now) ? 0 : buckets.requests.secondsUntil(1, now);
    }

    synchronized void read(int bytes) {
        bytesDay.force(bytes, clock.millis());
    }

    /** Whether an item may be taken. @return 0 if so, else the seconds to wait */
    synchronized int mayTake(Kind kind, String address, String key) {
        long now = clock.millis();
        Buckets ofAddress = buckets(addresses, address, limits.address());
        Buckets ofKey = buckets(keys, key, limits.key());
        Bucket[] asked =
                switch (kind) {
                    case ERROR -> new Bucket[] {ofAddress.errors, ofKey.errors, errors5Minutes, errorsHour};
                    case TRACE -> new Bucket[] {ofAddress.traces, ofKey.traces};
                    case SESSION -> new Bucket[] {ofAddress.sessions, ofKey.sessions};
                };
        int wait = 0;
        for (Bucket bucket : asked) {
            wait = Math.max(wait, bucket.secondsUntil(1, now));
        }
        if (wait == 0) {
            for (Bucket bucket : asked) {
                bucket.take(1, now);
            }
        }
        return wait;
    }

    /** Addresses that are told apart now. */
    synchronized int addresses() {
        return addresses.size();
    }

    private Buckets buckets(Map<String, Buckets> table, String name, Share share) {
        return table.computeIfAbsent(name, fresh -> new Buckets(share, clock.millis()));
    }

    private static Map<String, Buckets> recent(int max) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Buckets> eldest) {
                return size() > max;
            }
        };
    }

    private static final class Buckets {
        private final Bucket requests;
        private final Bucket errors;
        private final Bucket traces;
        private final Bucket sessions;

        Buckets(Share share, long now) {
            requests = Bucket.of(share.requests(), now);
            errors = Bucket.of(share.errors(), now);
            traces = Bucket.of(share.traces(), now);
            sessions = Bucket.of(share.sessions(), now);
        }
    }

    /** So many at once, so many a millisecond after that. */
    private static final class Bucket {
        private final double most;
        private final double perMilli;
        private double left;
        private long filled;

        Bucket(double most, double perMilli, long now) {
            this.most = most;
            this.perMilli = perMilli;
            left = most;
            filled = now;
        }

        static Bucket of(Pace pace, long now) {
            return new Bucket(pace.burst(), pace.perMinute() / 60_000.0, now);
        }

        boolean holds(double needed, long now) {
            // a clock that was set back gives nothing and takes nothing
            left = Math.min(most, left + Math.max(0, now - filled) * perMilli);
            filled = now;
            return left >= needed;
        }

        boolean take(double needed, long now) {
            boolean enough = holds(needed, now);
            left -= enough ? needed : 0;
            return enough;
        }

        void force(double taken, long now) {
            holds(taken, now);
            left -= taken;
        }

        /** 0 when it holds so much now. */
        int secondsUntil(double needed, long now) {
            return holds(needed, now) ? 0 : (int) Math.max(1, Math.ceil((needed - left) / perMilli / 1_000));
        }
    }
}
