package io.errortracker.group;

/** A text to look ahead in: beyond its ends there is nothing, and nothing is no letter, digit or sign. */
record Text(String text) {
    private static final char NOTHING = '\0';

    char at(int at) {
        return at >= 0 && at < text.length() ? text.charAt(at) : NOTHING;
    }

    boolean startsWith(String prefix, int at) {
        return text.startsWith(prefix, at);
    }

    boolean isDigit(int at) {
        char c = at(at);
        return c >= '0' && c <= '9';
    }

    boolean isLetter(int at) {
        return Character.isLetter(at(at));
    }

    boolean isWord(int at) {
        return Character.isLetterOrDigit(at(at));
    }

    /** Whether a word could begin here: what stands before is no letter or digit. */
    boolean isStart(int at) {
        return !isWord(at - 1);
    }

    /** Whether a word could end before this place. */
    boolean isEnd(int at) {
        return !isWord(at);
    }

    boolean isHex(int at) {
        char c = at(at);
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    /** Where the digits from here end, at most {@code most} of them. */
    int afterDigits(int from, int most) {
        int at = from;
        while (at < from + most && isDigit(at)) {
            at++;
        }
        return at;
    }

    /** Where the hex digits from here end, at most {@code most} of them. */
    int afterHex(int from, int most) {
        int at = from;
        while (at < from + most && isHex(at)) {
            at++;
        }
        return at;
    }

    /** The number that exactly these digits write; -1 when one is no digit. */
    int number(int from, int digits) {
        int number = 0;
        for (int at = from; at < from + digits; at++) {
            if (!isDigit(at)) {
                return -1;
            }
            number = number * 10 + at(at) - '0';
        }
        return number;
    }

    boolean isOneOf(String characters, int at) {
        return at >= 0 && at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
    }
}
