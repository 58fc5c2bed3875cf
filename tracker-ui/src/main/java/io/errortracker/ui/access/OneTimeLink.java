package io.errortracker.ui.access;

import io.errortracker.secret.HashedSecret;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The way in where nothing is configured: an address with a random token that whoever reads the server log can open, once, within 15
 * minutes. At most one is valid. Thread-safe.
 */
final class OneTimeLink {
    static final Duration VALID = Duration.ofMinutes(15);

    private static final Duration OFFERED_AT_MOST_EVERY = Duration.ofMinutes(1);

    private final String signIn;
    private final Clock clock;
    private final SecureRandom random;
    private final Consumer<String> log;
    private @Nullable HashedSecret token;
    private Instant expires = Instant.EPOCH;
    private Instant lastOffered = Instant.EPOCH;

    /**
     * @param signIn the address of the sign-in page, without a query
     * @param log where a new link is told when somebody asks for the pages and none is valid
     */
    OneTimeLink(String signIn, Clock clock, SecureRandom random, Consumer<String> log) {
        this.signIn = signIn;
        this.clock = clock;
        this.random = random;
        this.log = log;
    }

    /** Makes a new link; the one before it is void. */
    synchronized String renew() {
        String plain = HashedSecret.newToken(random);
        token = HashedSecret.of(plain);
        lastOffered = clock.instant();
        expires = lastOffered.plus(VALID);
        return signIn + "?token=" + plain;
    }

    /** Tells the log a new link when none is valid, at most once a minute. */
    synchronized void offer() {
        if (!isOpen() && !clock.instant().isBefore(lastOffered.plus(OFFERED_AT_MOST_EVERY))) {
            log.accept("Error Tracker: somebody asked for the pages. Sign in once, within " + VALID.toMinutes()
                    + " minutes: " + renew());
        }
    }

    synchronized boolean isOpen() {
        return token != null && clock.instant().isBefore(expires);
    }

    /** Whether the link would open; leaves it valid. */
    synchronized boolean opensWith(String candidate) {
        return token != null && isOpen() && token.matches(candidate);
    }

    /** Opens once: true at most one time for each link. */
    synchronized boolean use(String candidate) {
        boolean opens = opensWith(candidate);
        if (opens) {
            token = null;
        }
        return opens;
    }
}
