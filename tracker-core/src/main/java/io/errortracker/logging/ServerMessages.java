package io.errortracker.logging;

/**
 * The messages that servers number: {@code WFLYEJB0034: ...}, {@code UT005023: ...}, {@code CNTR0020E: ...}, {@code AS-EJB-00056: ...}.
 */
final class ServerMessages {
    private static final int MIN_DIGITS = 4;
    private static final int MAX_LENGTH = 16;

    private ServerMessages() {}

    /** Whether a text begins with such a number. */
    static boolean has(String text) {
        int colon = text.indexOf(':');
        return colon > MIN_DIGITS && colon <= MAX_LENGTH && isNumber(text, colon);
    }

    private static boolean isNumber(String text, int end) {
        int at = 0;
        while (at < end && (isUpper(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        int digits = at;
        while (at < end && isDigit(text.charAt(at))) {
            at++;
        }
        boolean isNumbered = digits > 1 && at - digits >= MIN_DIGITS;
        return isNumbered && (at == end || (at == end - 1 && isUpper(text.charAt(at))));
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
