package io.errortracker.group;

/** A pattern of literal characters, {@code *} for any run of characters and {@code ?} for one; case matters not. */
record Glob(String pattern) {
    /** Characters of the text that are looked at: bounds the work on hostile text. */
    private static final int LIMIT = 4096;

    boolean matches(String text) {
        int end = Math.min(text.length(), LIMIT);
        int at = 0;
        int in = 0;
        int star = -1;
        int resume = 0;
        while (at < end) {
            if (in < pattern.length() && pattern.charAt(in) == '*') {
                star = in++;
                resume = at;
            } else if (in < pattern.length() && same(pattern.charAt(in), text.charAt(at))) {
                in++;
                at++;
            } else if (star >= 0) {
                in = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (in < pattern.length() && pattern.charAt(in) == '*') {
            in++;
        }
        return in == pattern.length();
    }

    private static boolean same(char wanted, char c) {
        return wanted == '?' || wanted == c || Character.toLowerCase(wanted) == Character.toLowerCase(c);
    }
}
