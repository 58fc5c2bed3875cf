package io.errortracker.group;

import java.util.List;

/** Dates and times as machines write them. Each method tells where one that begins here ends, or {@link Match#NONE}. */
final class Dates {
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final List<String> DAY_ENDINGS = List.of("day", "sday", "nesday", "rsday", "urday", "s");
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private static final List<String> MONTH_ENDINGS =
            List.of("uary", "ruary", "ch", "il", "e", "y", "ust", "tember", "ober", "ember");

    private Dates() {}

    static int date(Text text, int at) {
        if (text.isDigit(at)) {
            return numeric(text, at);
        }
        if (text.startsWith("datetime.datetime(", at)) {
            return pythonDate(text, at + "datetime.datetime(".length());
        }
        int day = afterName(text, at, DAYS, DAY_ENDINGS);
        return day >= 0 ? afterDayName(text, day) : monthFirst(text, at);
    }

    private static int numeric(Text text, int at) {
        int date = isoDate(text, at);
        if (date >= 0) {
            int time = text.isOneOf("T ", date) ? Times.withZone(text, date + 1) : Match.NONE;
            int end = time >= 0 ? time : date;
            return text.isEnd(end) ? end : Match.NONE;
        }
        int compact = compactDate(text, at);
        if (compact >= 0) {
            return compact;
        }
        int dayFirst = dayFirst(text, at);
        return dayFirst >= 0 ? dayFirst : Times.time(text, at);
    }

    private static int isoDate(Text text, int at) {
        char separator = text.at(at + 4);
        boolean date = text.number(at, 4) >= 0
                && (separator == '-' || separator == '/')
                && isMonth(text.number(at + 5, 2))
                && text.at(at + 7) == separator
                && isDay(text.number(at + 8, 2))
                && !text.isDigit(at + 10);
        return date ? at + 10 : Match.NONE;
    }

    /** {@code 20060102 150405}, {@code 20060102T150405Z}, {@code 20240220 11:55:33.5}. */
    private static int compactDate(Text text, int at) {
        boolean date = isYear(text.number(at, 4)) && isMonth(text.number(at + 4, 2)) && isDay(text.number(at + 6, 2));
        if (!date || !text.isOneOf("T ", at + 8)) {
            return Match.NONE;
        }
        int time = at + 9;
        if (Times.isTime(text.number(time, 2), text.number(time + 2, 2)) && text.number(time + 4, 2) >= 0) {
            return Times.zone(text, Times.fraction(text, time + 6));
        }
        return Times.withZone(text, time);
    }

    /** {@code 02 Jan 2006}, {@code 02-Jan-06}, with or without a time. */
    private static int dayFirst(Text text, int at) {
        int day = text.afterDigits(at, 2);
        if (!isDay(text.number(at, day - at)) || !text.isOneOf(" -/", day)) {
            return Match.NONE;
        }
        int month = afterName(text, day + 1, MONTHS, MONTH_ENDINGS);
        if (month < 0 || !text.isOneOf(" -/", month)) {
            return Match.NONE;
        }
        int year = text.afterDigits(month + 1, 4);
        int digits = year - month - 1;
        return digits == 2 || digits == 4 ? Times.optional(text, year) : Match.NONE;
    }

    private static int afterDayName(Text text, int at) {
        int from = text.at(at) == ',' ? at + 1 : at;
        if (text.at(from) != ' ') {
            return Match.NONE;
        }
        return text.isDigit(from + 1) ? dayFirst(text, from + 1) : monthFirst(text, from + 1);
    }

    /** {@code Jan 18, 2019}, {@code Jan 02 2006 14:04:05 GMT+0000 (UTC)}, {@code Jan  2 15:04:05 MST 2006}. */
    private static int monthFirst(Text text, int at) {
        int month = afterName(text, at, MONTHS, MONTH_ENDINGS);
        if (month < 0 || text.at(month) != ' ') {
            return Match.NONE;
        }
        int from = text.at(month + 1) == ' ' ? month + 2 : month + 1;
        int day = text.afterDigits(from, 2);
        if (day == from || !isDay(text.number(from, day - from))) {
            return Match.NONE;
        }
        int year = afterYear(text, day);
        int end = Times.optional(text, year >= 0 ? year : day);
        if (year < 0 && end == day) {
            return text.isEnd(day) ? day : Match.NONE;
        }
        int lateYear = year < 0 ? afterYear(text, end) : Match.NONE;
        return lateYear >= 0 ? lateYear : end;
    }

    private static int afterYear(Text text, int at) {
        int from = text.at(at) == ',' ? at + 1 : at;
        boolean year = text.at(from) == ' '
                && text.number(from + 1, 4) >= 0
                && text.isEnd(from + 5)
                && text.at(from + 5) != ':';
        return year ? from + 5 : Match.NONE;
    }

    private static int afterName(Text text, int at, List<String> names, List<String> endings) {
        for (String name : names) {
            if (text.startsWith(name, at)) {
                int end = at + name.length();
                return text.isEnd(end) ? end : afterEnding(text, end, endings);
            }
        }
        return Match.NONE;
    }

    private static int afterEnding(Text text, int at, List<String> endings) {
        for (String ending : endings) {
            if (text.startsWith(ending, at) && text.isEnd(at + ending.length())) {
                return at + ending.length();
            }
        }
        return Match.NONE;
    }

    private static int pythonDate(Text text, int from) {
        int at = from;
        while (at < from + 80 && (text.isDigit(at) || text.isOneOf(", ", at))) {
            at++;
        }
        return text.at(at) == ')' ? at + 1 : Match.NONE;
    }

    private static boolean isYear(int year) {
        return year >= 1900 && year < 2200;
    }

    private static boolean isMonth(int month) {
        return month >= 1 && month <= 12;
    }

    private static boolean isDay(int day) {
        return day >= 1 && day <= 31;
    }
}
