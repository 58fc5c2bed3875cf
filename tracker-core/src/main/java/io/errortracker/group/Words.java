package io.errortracker.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a camel-case or snake-case name, in lower case: {@code parse, http, header} of {@code parseHTTPHeader}. */
final class Words {
    private Words() {}

    static List<String> of(String name) {
        List<String> words = new ArrayList<>(4);
        int start = 0;
        for (int at = 0; at <= name.length(); at++) {
            if (at == name.length() || startsWord(name, at)) {
                addWord(words, name, start, at);
                start = at;
            }
        }
        return words;
    }

    private static void addWord(List<String> words, String name, int start, int end) {
        int from = start;
        while (from < end && !Character.isLetterOrDigit(name.charAt(from))) {
            from++;
        }
        if (from < end) {
            words.add(name.substring(from, end).toLowerCase(Locale.ROOT));
        }
    }

    private static boolean startsWord(String name, int at) {
        if (at == 0) {
            return false;
        }
        char here = name.charAt(at);
        char before = name.charAt(at - 1);
        if (!Character.isLetterOrDigit(here)) {
            return true;
        }
        if (Character.isDigit(here) != Character.isDigit(before)) {
            return true;
        }
        boolean upper = Character.isUpperCase(here);
        boolean lowerFollows = at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
        return upper && (!Character.isUpperCase(before) || lowerFollows);
    }
}
