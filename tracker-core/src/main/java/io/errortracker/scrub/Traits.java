package io.errortracker.scrub;

/** What kinds of characters a text holds: found in one pass, so that most texts meet no detector at all. */
final class Traits {
    static final int AT = 1;
    static final int SEPARATOR = 1 << 1;
    static final int PERCENT = 1 << 2;
    static final int SLASH = 1 << 3;
    static final int PARENTHESIS = 1 << 4;
    static final int NINE_DIGITS = 1 << 5;
    static final int LONG_RUN = 1 << 6;
    static final int DASHES = 1 << 7;
    static final int AFTER_SCHEME = 1 << 8;
    static final int QUOTE = 1 << 9;
    static final int DIGIT_DOT = 1 << 10;
    static final int ANY = 1 << 11;

    private static final int MANY_DIGITS = 9;
    private static final int RUN = 12;
    private static final int[] OF_CHARACTER = new int[128];

    static {
        OF_CHARACTER['@'] = AT;
        OF_CHARACTER['='] = SEPARATOR;
        OF_CHARACTER[':'] = SEPARATOR;
        OF_CHARACTER['>'] = SEPARATOR;
        OF_CHARACTER['%'] = PERCENT;
        OF_CHARACTER['/'] = SLASH;
        OF_CHARACTER['\\'] = SLASH;
        OF_CHARACTER['('] = PARENTHESIS;
        OF_CHARACTER['\''] = QUOTE;
    }

    private Traits() {}

    static int of(String text) {
        int traits = ANY;
        int digits = 0;
        int run = 0;
        char before = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Ascii.isToken(c)) {
                run++;
                if (run == RUN) {
                    traits |= LONG_RUN;
                }
                if (c <= '9' && c >= '0') {
                    digits++;
                } else if (c == '-' && before == '-') {
                    traits |= DASHES;
                }
            } else {
                run = 0;
                if (c < 128) {
                    traits |= OF_CHARACTER[c];
                }
                if (c == '.' && Ascii.isDigit(before)) {
                    traits |= DIGIT_DOT;
                }
                if (c <= ' ' && endsScheme(before)) {
                    traits |= AFTER_SCHEME;
                }
            }
            before = c;
        }
        return digits >= MANY_DIGITS ? traits | NINE_DIGITS : traits;
    }

    /** The last letters of "Bearer" and "Basic". */
    private static boolean endsScheme(char c) {
        return c == 'r' || c == 'c' || c == 'R' || c == 'C';
    }
}
