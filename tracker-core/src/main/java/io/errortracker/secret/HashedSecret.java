package io.errortracker.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A token of which only the SHA-256 is kept. Meant for random tokens: a password that a person chose needs a {@link PasswordHash}.
 *
 * <p>Immutable and thread-safe. Deliberately no record and without {@code equals}: {@link #matches} is the one way to compare.
 *
 * @since 0.1.0
 */
public final class HashedSecret {
    private static final int RANDOM_BYTES = 32;
    private static final int DIGEST_BYTES = 32;

    private final byte[] digest;

    private HashedSecret(byte[] digest) {
        this.digest = digest;
    }

    /** Keeps the hash of {@code plain}. */
    public static HashedSecret of(String plain) {
        return new HashedSecret(sha256(plain));
    }

    /**
     * A secret whose hash is known already.
     *
     * @param hex its SHA-256 in UTF-8, 64 hex digits in any case
     * @throws IllegalArgumentException when it is anything else
     */
    public static HashedSecret ofSha256(String hex) {
        byte[] digest = HexFormat.of().parseHex(hex.strip().toLowerCase(Locale.ROOT));
        if (digest.length != DIGEST_BYTES) {
            throw new IllegalArgumentException("a SHA-256 has 64 hex digits");
        }
        return new HashedSecret(digest);
    }

    /** A new token: 256 random bits as 43 characters of base64url. */
    public static String newToken(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether {@code candidate} is the secret; takes the same time whatever the answer. */
    public boolean matches(String candidate) {
        return MessageDigest.isEqual(digest, sha256(candidate));
    }

    /** The hash as 64 lower-case hex digits, for a table's key. */
    public String sha256Hex() {
        return HexFormat.of().formatHex(digest);
    }

    @Override
    public String toString() {
        return "[hashed secret]";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
