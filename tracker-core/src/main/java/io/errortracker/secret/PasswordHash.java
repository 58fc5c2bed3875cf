package io.errortracker.secret;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as PBKDF2-HMAC-SHA256. Its text is {@code pbkdf2-sha256:ITERATIONS:SALT:HASH} with salt and hash in base64url without
 * padding: no character of it means anything to a shell, a properties file or a configuration that expands {@code ${...}}.
 *
 * <p>Immutable and thread-safe. {@link #matches} costs a good part of a second of CPU: callers bound how often and how many at once.
 *
 * @since 0.1.0
 */
public final class PasswordHash {
    /** The fewest iterations that are accepted, and what {@link #of} uses. */
    public static final int MIN_ITERATIONS = 600_000;

    private static final int MAX_ITERATIONS = 10_000_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final String SCHEME = "pbkdf2-sha256";
    private static final String RULE = "must be " + SCHEME + ":ITERATIONS:SALT:HASH with at least " + MIN_ITERATIONS
            + " iterations and a salt of at least " + SALT_BYTES + " bytes, as hash-password prints it";

    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(int iterations, byte[] salt, byte[] hash) {
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    /** Hashes a password with a new salt. */
    public static PasswordHash of(char[] password, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new PasswordHash(MIN_ITERATIONS, salt, pbkdf2(password, salt, MIN_ITERATIONS));
    }

    /**
     * Reads {@link #text()}.
     *
     * @throws IllegalArgumentException with the rule, without the text, when it is malformed or too weak
     */
    public static PasswordHash parse(String text) {
        String[] part = text.strip().split(":", -1);
        if (part.length != 4 || !part[0].equals(SCHEME)) {
            throw new IllegalArgumentException(RULE);
        }
        return new PasswordHash(
                iterations(part[1]), bytes(part[2], SALT_BYTES, 64), bytes(part[3], HASH_BYTES, HASH_BYTES));
    }

    /** Whether {@code candidate} is the password; takes the same time whatever the answer. */
    public boolean matches(char[] candidate) {
        return MessageDigest.isEqual(hash, pbkdf2(candidate, salt, iterations));
    }

    /** What goes into the configuration. */
    public String text() {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return SCHEME + ":" + iterations + ":" + base64.encodeToString(salt) + ":" + base64.encodeToString(hash);
    }

    @Override
    public String toString() {
        return "[password hash]";
    }

    private static int iterations(String text) {
        try {
            int iterations = Integer.parseInt(text);
            if (iterations >= MIN_ITERATIONS && iterations <= MAX_ITERATIONS) {
                return iterations;
            }
            throw new IllegalArgumentException(RULE);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(RULE, notANumber);
        }
    }

    private static byte[] bytes(String base64, int min, int max) {
        byte[] bytes = decoded(base64);
        if (bytes.length < min || bytes.length > max) {
            throw new IllegalArgumentException(RULE);
        }
        return bytes;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getUrlDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException(RULE, notBase64);
        }
    }

    private static byte[] pbkdf2(char[] password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password, salt, iterations, HASH_BYTES * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java platform lacks PBKDF2WithHmacSHA256", impossible);
        } finally {
            spec.clearPassword();
        }
    }
}
