package io.errortracker.scrub;

import java.util.Set;

/**
 * How far a value in a text reaches.
 *
 * @param start its first character, after an opening quote
 * @param end after its last character
 * @param quoted whether a quote opened it
 */
record ValueSpan(int start, int end, boolean quoted) {
    /** What stands where a value would, and tells nothing. */
    private static final Set<String> PLACEHOLDERS =
            Set.of("?", "null", "none", "true", "false", "undefined", "{}", "[]", "()", "%s", "*", "**", "***", "****");

    private static final String[] SCHEMES = {"bearer ", "basic ", "token ", "negotiate ", "apikey "};

    static ValueSpan at(String text, int start, char separator) {
        if (start >= text.length()) {
            return new ValueSpan(start, start, false);
        }
        if (separator == '>') {
            return new ValueSpan(start, endOfElement(text, start), false);
        }
        int escapes = start;
        while (escapes < text.length() && text.charAt(escapes) == '\\') {
            escapes++;
        }
        if (escapes < text.length() && isQuote(text.charAt(escapes))) {
            return quoted(text, escapes + 1, escapes - start);
        }
        return new ValueSpan(start, unquotedEnd(text, start), false);
    }

    static ValueSpan restOfLine(String text, int start) {
        int end = text.indexOf('\n', start);
        return new ValueSpan(start, end < 0 ? text.length() : end, false);
    }

    boolean isEmpty() {
        return end <= start;
    }

    boolean isPlaceholder(String text) {
        int length = end - start;
        if (length > 24) {
            return false;
        }
        String value = text.substring(start, end);
        return PLACEHOLDERS.contains(value) || value.equals(Words.SCRUBBED) || value.equals(Words.NOT_STORED);
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }

    /** To the quote that has as many backslashes before it as the opening one; to the end of the text when there is none. */
    private static ValueSpan quoted(String text, int start, int escapes) {
        char quote = text.charAt(start - 1);
        int backslashes = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'' && quote == c && i > start && i + 1 < text.length() && text.charAt(i + 1) == c) {
                i++; // SQL doubles the quote within a literal
            } else if (c == quote && backslashes <= escapes && (escapes > 0 || backslashes == 0)) {
                return new ValueSpan(start, i - backslashes, true);
            }
            backslashes = c == '\\' ? backslashes + 1 : 0;
            if (escapes == 0 && backslashes == 2) {
                backslashes = 0;
            }
        }
        return new ValueSpan(start, text.length(), true);
    }

    private static int unquotedEnd(String text, int start) {
        char first = text.charAt(start);
        if (first == '{' || first == '[' || first == '(') {
            return endOfBrackets(text, start);
        }
        return isSchemeWithPairs(text, start)
                ? restOfLine(text, start).end()
                : endOfWord(text, endOfScheme(text, start));
    }

    private static int endOfElement(String text, int start) {
        int end = text.indexOf('<', start);
        return end < 0 ? text.length() : end;
    }

    /** After the bracket that closes the one here; the end of the text when none does. */
    private static int endOfBrackets(String text, int start) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' || c == '[' || c == '(') {
                depth++;
            } else if ((c == '}' || c == ']' || c == ')') && --depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }

    private static boolean isSchemeWithPairs(String text, int start) {
        return text.regionMatches(true, start, "digest ", 0, 7) || text.regionMatches(true, start, "aws4-hmac", 0, 9);
    }

    /** {@code Authorization: Bearer x}: the scheme is followed by one blank and the secret. */
    private static int endOfScheme(String text, int start) {
        for (String scheme : SCHEMES) {
            if (text.regionMatches(true, start, scheme, 0, scheme.length())) {
                return start + scheme.length();
            }
        }
        return start;
    }

    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length() && !endsHere(text, end)) {
            end++;
        }
        return end;
    }

    private static boolean endsHere(String text, int at) {
        char c = text.charAt(at);
        return switch (c) {
            case '"', '\'', '`', '<', '>' -> true;
            case ')', ']', '}' -> at + 1 >= text.length() || !Ascii.isWord(text.charAt(at + 1));
            case ',', ';', '&', '|' -> isFollowedByAnother(text, at + 1);
            case '%' -> text.startsWith("%26", at);
            default -> c <= ' ';
        };
    }

    /** Whether a comma, semicolon or ampersand ends the value, rather than being part of it: a blank or another pair follows. */
    private static boolean isFollowedByAnother(String text, int at) {
        int limit = Math.min(text.length(), at + 64);
        for (int i = at; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '=' || c == ':') {
                return true;
            }
            if (c <= ' ' || c == ',' || c == ';' || c == '&' || c == '|' || c == '"' || c == '\'') {
                return i == at || c == '"' || c == '\'';
            }
        }
        return at >= text.length();
    }
}
