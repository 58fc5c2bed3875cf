package io.errortracker.ui.access;

import io.errortracker.secret.HashedSecret;
import io.errortracker.secret.PasswordHash;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** The configured password. Guesses are checked one at a time, so that a flood of them cannot take more than one core. Thread-safe. */
final class PasswordCheck {
    private static final int MAX_LENGTH = 1_024;

    private final Semaphore oneAtATime = new Semaphore(1);
    private final Guess password;

    private PasswordCheck(Guess password) {
        this.password = password;
    }

    static PasswordCheck of(PasswordHash hash) {
        return new PasswordCheck(guess -> hash.matches(guess.toCharArray()));
    }

    /** A password that the environment holds in plain: a slow hash would hide nothing that is not there to be read. */
    static PasswordCheck ofPlain(String plain, SecureRandom random) {
        String salt = HashedSecret.newToken(random);
        HashedSecret secret = HashedSecret.of(salt + plain);
        return new PasswordCheck(guess -> secret.matches(salt + guess));
    }

    /** Whether the guess is right; empty when another one is being checked. */
    Optional<Boolean> check(String guess) {
        if (!oneAtATime.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(guess.length() <= MAX_LENGTH && password.matches(guess));
        } finally {
            oneAtATime.release();
        }
    }

    private interface Guess {
        boolean matches(String guess);
    }
}
