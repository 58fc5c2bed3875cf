package io.errortracker.scrub;

/** Classes of characters, without a table of the world: secrets are written in ASCII. */
final class Ascii {
    private Ascii() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isWord(char c) {
        return isLetter(c) || isDigit(c);
    }

    static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static char lower(char c) {
        return isUpper(c) ? (char) (c + 32) : c;
    }

    /** What a base64url token is made of, but for its dots. */
    static boolean isToken(char c) {
        return isWord(c) || c == '_' || c == '-';
    }

    /** Whether a word starts here: nothing before it, or neither letter nor digit. */
    static boolean startsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    static boolean endsWord(String text, int end) {
        return end >= text.length() || !Character.isLetterOrDigit(text.charAt(end));
    }

    /** The first place from {@code from} on where {@code word}, in lower case, stands in any case; -1 when nowhere. */
    static int indexOf(String text, String word, int from) {
        int last = text.length() - word.length();
        char first = word.charAt(0);
        for (int i = from; i <= last; i++) {
            if (lower(text.charAt(i)) == first && text.regionMatches(true, i, word, 0, word.length())) {
                return i;
            }
        }
        return -1;
    }
}
