package io.errortracker.scrub;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** {@code Bearer x} and {@code Basic dTpw} wherever they stand, unless the word after the scheme is plain English. */
final class AuthSchemes implements Detector {
    private static final int LONGEST_WORD = 16;
    private static final int SHORTEST_TOKEN = 6;

    @Override
    public int needs() {
        return Traits.AFTER_SCHEME;
    }

    @Override
    public String scrub(String text) {
        return scheme(scheme(text, "bearer"), "basic");
    }

    private static String scheme(String text, String scheme) {
        Rewrite rewrite = new Rewrite(text);
        int at = Ascii.indexOf(text, scheme, 0);
        while (at >= 0) {
            int start = tokenStart(text, at + scheme.length());
            int end = tokenEnd(text, start);
            if (start > at + scheme.length()
                    && Ascii.startsWord(text, at)
                    && isSecret(text.substring(start, end), scheme)) {
                rewrite.replace(start, end, Words.SCRUBBED);
            }
            at = Ascii.indexOf(text, scheme, end);
        }
        return rewrite.result();
    }

    private static int tokenStart(String text, int at) {
        int start = at;
        while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
            start++;
        }
        return start;
    }

    private static int tokenEnd(String text, int start) {
        int end = start;
        while (end < text.length() && isTokenCharacter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isTokenCharacter(char c) {
        return Ascii.isToken(c) || c == '.' || c == '~' || c == '+' || c == '/' || c == '=';
    }

    private static boolean isSecret(String token, String scheme) {
        return scheme.equals("basic") ? isLogin(token) : isBearer(token);
    }

    private static boolean isBearer(String token) {
        if (token.length() < SHORTEST_TOKEN) {
            return false;
        }
        return token.length() >= LONGEST_WORD || !isPlainWord(token);
    }

    /** Letters of one case after the first, and perhaps a full stop. */
    private static boolean isPlainWord(String token) {
        int end = token.endsWith(".") ? token.length() - 1 : token.length();
        for (int i = 0; i < end; i++) {
            char c = token.charAt(i);
            if (!Ascii.isLetter(c) || (i > 0 && Ascii.isUpper(c))) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is {@code user:password} in base64. */
    private static boolean isLogin(String token) {
        if (token.length() < 4) {
            return false;
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(token.getBytes(StandardCharsets.ISO_8859_1));
            return new String(decoded, StandardCharsets.ISO_8859_1).indexOf(':') >= 0;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
