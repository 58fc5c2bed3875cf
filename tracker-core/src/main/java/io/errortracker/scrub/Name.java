package io.errortracker.scrub;

import java.util.Locale;

/** The name of a value in one spelling: lower-case letters and digits, with the places remembered where its words begin. */
final class Name {
    private static final int MAX = 128;

    private final char[] letters;
    private final boolean[] wordStart;
    private final int length;

    private Name(String text, int from, int to) {
        int start = Math.max(from, to - MAX);
        letters = new char[to - start];
        wordStart = new boolean[to - start];
        int count = 0;
        boolean separated = true;
        for (int i = start; i < to; i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                wordStart[count] = separated || startsHump(text, i, from, to);
                letters[count++] = lower(c);
                separated = false;
            } else {
                separated = true;
            }
        }
        length = count;
    }

    /** What was put in the place of a secret is no part of a name. */
    static Name of(String text) {
        String name = Words.without(text);
        return new Name(name, 0, name.length());
    }

    static Name of(String text, int from, int to) {
        return new Name(text, from, to);
    }

    private static char lower(char c) {
        return c < 128 ? Ascii.lower(c) : Character.toLowerCase(c);
    }

    /** At {@code K} of {@code apiKey} and at {@code S} of {@code JWTService}. */
    private static boolean startsHump(String text, int at, int from, int to) {
        if (!Ascii.isUpper(text.charAt(at)) || at == from) {
            return false;
        }
        boolean afterUpper = Ascii.isUpper(text.charAt(at - 1));
        return !afterUpper || (at + 1 < to && Character.isLowerCase(text.charAt(at + 1)));
    }

    int length() {
        return length;
    }

    char at(int index) {
        return letters[index];
    }

    boolean has(String part, int at) {
        if (at + part.length() > length) {
            return false;
        }
        for (int i = 0; i < part.length(); i++) {
            if (letters[at + i] != part.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean is(String whole) {
        return whole.length() == length && has(whole, 0);
    }

    boolean hasWord(String word) {
        for (int i = 0; i + word.length() <= length; i++) {
            if (wordStart[i] && has(word, i) && isWordEnd(i + word.length())) {
                return true;
            }
        }
        return false;
    }

    boolean endsWithWord(String word) {
        int at = length - word.length();
        return at > 0 && wordStart[at] && has(word, at);
    }

    /** A number after a word belongs to it: {@code pin2}. */
    private boolean isWordEnd(int end) {
        return end == length || wordStart[end] || Ascii.isDigit(letters[end]);
    }

    @Override
    public String toString() {
        return new String(letters, 0, length).toLowerCase(Locale.ROOT);
    }
}
