package io.errortracker.api;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The names that clients give to what they upload: SHA-1 in hex digits, which we compute ourselves and never believe. */
final class Sha1 {
    private static final int DIGITS = 40;

    private Sha1() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static String of(byte[] content) {
        return hex(digest().digest(content));
    }

    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    /** @throws ApiProblem when it is none */
    static String checked(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        boolean isHex = small.length() == DIGITS
                && small.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        if (!isHex) {
            throw ApiProblem.badRequest("A SHA-1 checksum of 40 hex digits is expected");
        }
        return small;
    }
}
