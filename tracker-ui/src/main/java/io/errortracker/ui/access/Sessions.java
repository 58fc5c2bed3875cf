package io.errortracker.ui.access;

import io.errortracker.secret.HashedSecret;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Who is signed in with our own sign-in page: 30 minutes without a request or 8 hours in all end a session. Found by the hash of its
 * token, in memory only: a restart signs everybody out. At most 1,000; the one unused for longest makes room. Thread-safe.
 */
final class Sessions {
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(8);

    private static final int MAX = 1_000;

    private final Clock clock;
    private final SecureRandom random;
    private final Map<String, Session> byTokenHash = new Recent<>(MAX);

    Sessions(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** Begins a session. @return its token, which is not kept */
    synchronized String begin(String name) {
        String token = HashedSecret.newToken(random);
        long now = clock.millis();
        byTokenHash.put(key(token), new Session(name, HashedSecret.newToken(random), now, now));
        return token;
    }

    /** The session of this token, which lives on for it was asked for. */
    synchronized Optional<Session> find(String token) {
        long now = clock.millis();
        Session session =
                byTokenHash.computeIfPresent(key(token), (key, found) -> isOver(found, now) ? null : found.seenAt(now));
        return Optional.ofNullable(session);
    }

    synchronized void end(String token) {
        byTokenHash.remove(key(token));
    }

    private static boolean isOver(Session session, long now) {
        return now - session.lastSeenMillis() >= IDLE.toMillis()
                || now - session.signedInMillis() >= LONGEST.toMillis();
    }

    private static String key(String token) {
        return HashedSecret.of(token).sha256Hex();
    }
}
