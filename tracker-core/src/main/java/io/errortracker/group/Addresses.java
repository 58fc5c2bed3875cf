package io.errortracker.group;

import java.util.Set;

/** E-mail addresses, URLs, host names and IP addresses. Each method tells where one that begins here ends, or {@link Match#NONE}. */
final class Addresses {
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_HOST = 253;
    private static final int LONGEST_SCHEME = 24;

    /** Common domains that are not also words which end a property's name. */
    private static final Set<String> TOP_LEVEL = Set.of(
            "com",
            "net",
            "org",
            "edu",
            "gov",
            "info",
            "biz",
            "local",
            "localdomain",
            "io",
            "dev",
            "cloud",
            "de",
            "uk",
            "fr",
            "es",
            "nl",
            "ch",
            "pl",
            "cz",
            "se",
            "fi",
            "dk",
            "pt",
            "gr",
            "ie",
            "hu",
            "ro",
            "bg",
            "hr",
            "sk",
            "lt",
            "lv",
            "ee",
            "eu",
            "ru",
            "ua",
            "tr",
            "il",
            "ir",
            "jp",
            "cn",
            "kr",
            "tw",
            "hk",
            "sg",
            "th",
            "vn",
            "ph",
            "au",
            "nz",
            "za",
            "ng",
            "us",
            "ca",
            "mx",
            "br",
            "ar",
            "cl",
            "co",
            "pe",
            "tv",
            "cc",
            "xyz");

    private Addresses() {}

    static int email(Text text, int from) {
        int at = from;
        while (at < from + LONGEST_LOCAL_PART && (text.isWord(at) || text.isOneOf(".!#$%&'*+/?^_`|~-", at))) {
            at++;
        }
        return at > from && text.at(at) == '@' ? afterDomain(text, at + 1) : Match.NONE;
    }

    private static int afterDomain(Text text, int from) {
        int end = afterHost(text, from);
        int dot = lastDot(text, from, end);
        return dot > from && text.isLetter(dot + 1) && end - dot > 2 ? end : Match.NONE;
    }

    static int url(Text text, int from) {
        int at = from;
        while (at < from + LONGEST_SCHEME && (text.isWord(at) || text.isOneOf("+.-", at))) {
            at++;
        }
        if (!text.startsWith("://", at) || !text.isLetter(from)) {
            return Match.NONE;
        }
        at += 3;
        while (text.at(at) > ' ' && !text.isOneOf("\"'<>|\\^`{}()", at)) {
            at++;
        }
        while (text.isOneOf(".,;!?:", at - 1)) {
            at--;
        }
        return at;
    }

    static int hostname(Text text, int from) {
        int end = afterHost(text, from);
        int dot = lastDot(text, from, end);
        if (dot <= from || !TOP_LEVEL.contains(text.text().substring(dot + 1, end))) {
            return Match.NONE;
        }
        boolean goesOn = text.isWord(end) || text.isOneOf("_$(@", end) || text.at(from - 1) == '.';
        return goesOn ? Match.NONE : end;
    }

    /** Where a run of letters, digits, dashes and single dots ends; not on a dot or dash. */
    private static int afterHost(Text text, int from) {
        int at = from;
        while (at < from + LONGEST_HOST
                && (text.isWord(at) || text.at(at) == '-' || text.at(at) == '.' && text.at(at - 1) != '.')) {
            at++;
        }
        while (at > from && text.isOneOf(".-", at - 1)) {
            at--;
        }
        return at;
    }

    private static int lastDot(Text text, int from, int end) {
        int dot = end - 1;
        while (dot >= from && text.at(dot) != '.') {
            dot--;
        }
        return dot;
    }

    static int ipv4(Text text, int from) {
        int at = from;
        for (int octet = 0; octet < 4; octet++) {
            if (octet > 0 && text.at(at++) != '.') {
                return Match.NONE;
            }
            int end = text.afterDigits(at, 3);
            if (end == at || text.number(at, end - at) > 255) {
                return Match.NONE;
            }
            at = end;
        }
        return text.isEnd(at) && !(text.at(at) == '.' && text.isDigit(at + 1)) ? at : Match.NONE;
    }

    /** Eight groups, or fewer with one double colon; at least one digit, since {@code Dead::beef} is no address. */
    static int ipv6(Text text, int from) {
        if (text.isWord(from - 1) || text.at(from - 1) == ':') {
            return Match.NONE;
        }
        int at = from;
        int groups = 0;
        int gaps = 0;
        boolean digit = false;
        while (groups <= 8 && (text.isHex(at) || text.at(at) == ':')) {
            if (text.startsWith("::", at)) {
                gaps++;
                at += 2;
            } else if (text.at(at) == ':') {
                if (groups == 0 || !text.isHex(at + 1)) {
                    break;
                }
                at++;
            } else {
                int end = text.afterHex(at, 4);
                for (; at < end; at++) {
                    digit |= text.isDigit(at);
                }
                groups++;
            }
            if (text.isHex(at) && text.isHex(at - 1)) {
                return Match.NONE;
            }
        }
        boolean whole = gaps == 0 && groups == 8 || gaps == 1 && groups < 8 && groups > 0;
        return whole && digit && text.isEnd(at) && !text.startsWith("::", at) ? at : Match.NONE;
    }
}
