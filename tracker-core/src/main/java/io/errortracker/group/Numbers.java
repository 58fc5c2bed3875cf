package io.errortracker.group;

import org.jspecify.annotations.Nullable;

/** Numbers, durations and sizes. */
final class Numbers {
    /** Longer runs of digits are cut: nothing that long is one number. */
    private static final int LONGEST = 400;

    private static final String[] TIME_UNITS = {"ms", "s", "ns", "us", "\u00b5s"};
    private static final String[] SIZE_UNITS = {"B", "KB", "MB", "GB", "TB", "kB", "KiB", "MiB", "GiB", "bytes"};

    private Numbers() {}

    /** Where {@code 10ms}, {@code 1.5s} or {@code PT1.5S} ends. */
    static int duration(Text text, int at) {
        if (text.startsWith("PT", at) && text.isDigit(at + 2)) {
            return isoDuration(text, at + 2);
        }
        return afterUnit(text, afterDecimal(text, at), TIME_UNITS);
    }

    private static int isoDuration(Text text, int from) {
        int at = from;
        while (at < from + 40 && (text.isDigit(at) || text.isOneOf(".HMS", at))) {
            at++;
        }
        return text.isEnd(at) && text.isOneOf("HMS", at - 1) ? at : Match.NONE;
    }

    static @Nullable Match number(Text text, int at) {
        boolean signed = text.isOneOf("+-", at);
        int from = signed ? at + 1 : at;
        int whole = text.afterDigits(from, LONGEST);
        if (whole == from) {
            return null;
        }
        int end = afterDecimal(text, from);
        if (end > whole) {
            int exponent = afterExponent(text, end);
            return text.isEnd(exponent) ? new Match(exponent, "<float>") : null;
        }
        int size = afterUnit(text, whole, SIZE_UNITS);
        if (size >= 0) {
            return new Match(size, "<size>");
        }
        return text.isEnd(whole) || whole == from + LONGEST ? new Match(whole, "<int>") : null;
    }

    private static int afterDecimal(Text text, int at) {
        int whole = text.afterDigits(at, LONGEST);
        if (whole > at && text.at(whole) == '.' && text.isDigit(whole + 1)) {
            return text.afterDigits(whole + 1, LONGEST);
        }
        return whole;
    }

    private static int afterExponent(Text text, int at) {
        if (text.isOneOf("eE", at)) {
            int digits = text.isOneOf("+-", at + 1) ? at + 2 : at + 1;
            int end = text.afterDigits(digits, 4);
            return end > digits ? end : at;
        }
        return at;
    }

    private static int afterUnit(Text text, int end, String[] units) {
        if (!text.isDigit(end - 1)) {
            return Match.NONE;
        }
        for (String unit : units) {
            if (text.startsWith(unit, end) && text.isEnd(end + unit.length())) {
                return end + unit.length();
            }
        }
        return Match.NONE;
    }
}
