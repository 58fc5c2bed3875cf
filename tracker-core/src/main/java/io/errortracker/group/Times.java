package io.errortracker.group;

/** Times of day and time zones. Each method tells where one that begins here ends, or {@link Match#NONE}. */
final class Times {
    private static final int LONGEST_ZONE_NAME = 40;

    private Times() {}

    /** {@code 15:04}, {@code 15:04:05.123}, {@code 3:04 PM}. */
    static int time(Text text, int at) {
        int hour = text.afterDigits(at, 2);
        if (hour == at || text.at(hour) != ':' || !isTime(text.number(at, hour - at), text.number(hour + 1, 2))) {
            return Match.NONE;
        }
        int end = hour + 3;
        if (text.at(end) == ':' && text.isDigit(end + 1)) {
            boolean seconds = text.number(end + 1, 2) >= 0 && text.number(end + 1, 2) <= 60;
            if (!seconds) {
                return Match.NONE;
            }
            end = fraction(text, end + 3);
        }
        end = afterNoon(text, end);
        return text.isEnd(end) || text.at(end) == 'Z' ? end : Match.NONE;
    }

    /** A time with a zone behind it, if there is one. */
    static int withZone(Text text, int at) {
        int time = time(text, at);
        return time < 0 ? Match.NONE : zone(text, time);
    }

    /** The end of a blank, time and zone if they follow, else this place. */
    static int optional(Text text, int at) {
        int from = text.at(at) == ',' ? at + 1 : at;
        int time = text.isOneOf(" T", from) ? withZone(text, from + 1) : Match.NONE;
        return time >= 0 ? time : at;
    }

    static boolean isTime(int hour, int minute) {
        return hour >= 0 && hour <= 24 && minute >= 0 && minute <= 59;
    }

    static int fraction(Text text, int at) {
        boolean fraction = text.isOneOf(".,", at) && text.isDigit(at + 1);
        return fraction ? text.afterDigits(at + 1, 12) : at;
    }

    private static int afterNoon(Text text, int at) {
        int from = text.at(at) == ' ' ? at + 1 : at;
        boolean half = text.isOneOf("aApP", from) && text.isOneOf("mM", from + 1) && text.isEnd(from + 2);
        return half ? from + 2 : at;
    }

    /** {@code Z}, {@code +0100}, {@code -07:00[Europe/Berlin]}, {@code  MST}, {@code  GMT+0000 (UTC)}; this place when there is none. */
    static int zone(Text text, int at) {
        if (text.at(at) == 'Z' && text.isEnd(at + 1)) {
            return at + 1;
        }
        int from = text.at(at) == ' ' ? at + 1 : at;
        int name = zoneName(text, from);
        int offset = offset(text, name >= 0 ? name : from);
        if (name < 0 && offset < 0) {
            return at;
        }
        return region(text, Math.max(name, offset));
    }

    private static int zoneName(Text text, int at) {
        int end = at;
        while (end < at + 5 && text.at(end) >= 'A' && text.at(end) <= 'Z') {
            end++;
        }
        boolean name = end - at >= 3 && end - at <= 4 && !text.isLetter(end) && text.at(at - 1) == ' ';
        return name ? end : Match.NONE;
    }

    private static int offset(Text text, int at) {
        if (!text.isOneOf("+-", at) || text.number(at + 1, 2) < 0) {
            return Match.NONE;
        }
        int minutes = text.at(at + 3) == ':' ? at + 4 : at + 3;
        if (text.number(minutes, 2) >= 0) {
            return text.isEnd(minutes + 2) ? minutes + 2 : Match.NONE;
        }
        return text.isEnd(at + 3) ? at + 3 : Match.NONE;
    }

    private static int region(Text text, int at) {
        int bracket = text.at(at) == ' ' ? at + 1 : at;
        char close =
                text.at(bracket) == '[' && bracket == at ? ']' : text.at(bracket) == '(' && bracket > at ? ')' : '\0';
        if (close == '\0') {
            return at;
        }
        for (int end = bracket + 1; end < bracket + LONGEST_ZONE_NAME; end++) {
            if (text.at(end) == close) {
                return end + 1;
            }
            if (!text.isWord(end) && !text.isOneOf(" /_+-", end)) {
                return at;
            }
        }
        return at;
    }
}
