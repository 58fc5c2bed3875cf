package io.errortracker.group;

import org.jspecify.annotations.Nullable;

/** Which parameter, if any, begins at a place of a message; the more telling pattern goes first. */
final class Patterns {
    private Patterns() {}

    static @Nullable Match at(Text text, int at) {
        char c = text.at(at);
        return switch (c) {
            case '=' -> Assignments.value(text, at);
            case '@', '{' -> Identities.hash(text, at);
            case 'b' -> text.startsWith("because \"", at) ? Identities.local(text, at) : word(text, at);
            case ':' -> Match.upTo(Addresses.ipv6(text, at), "<ip>");
            case '-', '+' -> text.isStart(at) && text.isDigit(at + 1) ? Numbers.number(text, at) : null;
            default -> word(text, at);
        };
    }

    private static @Nullable Match word(Text text, int at) {
        if (!text.isWord(at) || !text.isStart(at)) {
            return null;
        }
        Match match = address(text, at);
        return match != null ? match : identifier(text, at);
    }

    private static @Nullable Match address(Text text, int at) {
        int email = Addresses.email(text, at);
        if (email >= 0) {
            return new Match(email, "<email>");
        }
        int url = Addresses.url(text, at);
        if (url >= 0) {
            return new Match(url, "<url>");
        }
        int hostname = Addresses.hostname(text, at);
        if (hostname >= 0) {
            return new Match(hostname, "<hostname>");
        }
        int ip = Addresses.ipv4(text, at);
        return Match.upTo(ip >= 0 ? ip : Addresses.ipv6(text, at), "<ip>");
    }

    private static @Nullable Match identifier(Text text, int at) {
        Match identifier = Identifiers.at(text, at);
        if (identifier != null) {
            return identifier;
        }
        int date = Dates.date(text, at);
        if (date >= 0) {
            return new Match(date, "<date>");
        }
        int duration = Numbers.duration(text, at);
        if (duration >= 0) {
            return new Match(duration, "<duration>");
        }
        Match hex = Identifiers.hex(text, at);
        return hex != null ? hex : Numbers.number(text, at);
    }
}
