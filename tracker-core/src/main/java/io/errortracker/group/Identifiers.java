package io.errortracker.group;

import org.jspecify.annotations.Nullable;

/** Identifiers of fixed shape, and hexadecimal numbers. */
final class Identifiers {
    private static final int[] UUID = {8, 4, 4, 4, 12};
    private static final int[] W3C_TRACE = {2, 32, 16, 2};
    private static final int[] XRAY_TRACE = {1, 8, 24};
    private static final int[] SWIFT_TRANSACTION = {21, 10};

    private static final int SHA1 = 40;
    private static final int MD5 = 32;
    private static final int GIT_SHA = 7;
    private static final int LONGEST_HEX = 128;
    private static final int SHORTEST_HEX = 8;
    private static final int SHORTEST_MIXED_HEX = 4;

    private Identifiers() {}

    static @Nullable Match at(Text text, int at) {
        int trace = groups(text, at, W3C_TRACE);
        if (trace < 0) {
            trace = groups(text, at, XRAY_TRACE);
        }
        if (trace >= 0) {
            return new Match(trace, "<traceparent>");
        }
        int uuid = groups(text, at, UUID);
        if (uuid >= 0) {
            return new Match(uuid, "<uuid>");
        }
        int swift = swiftTransaction(text, at);
        return swift >= 0 ? new Match(swift, "<swift_txn_id>") : digest(text, at);
    }

    private static @Nullable Match digest(Text text, int at) {
        int length = text.afterHex(at, LONGEST_HEX) - at;
        if (!text.isEnd(at + length)) {
            return null;
        }
        return switch (length) {
            case SHA1 -> new Match(at + SHA1, "<sha1>");
            case MD5 -> new Match(at + MD5, "<md5>");
            default -> null;
        };
    }

    /** {@code tx}, 21 hex digits, 10 hex digits, a cluster's name. */
    private static int swiftTransaction(Text text, int at) {
        if (!text.startsWith("tx", at)) {
            return Match.NONE;
        }
        int end = groups(text, at + 2, SWIFT_TRANSACTION);
        if (end < 0 || text.at(end) != '-') {
            return end;
        }
        int name = end + 1;
        while (name < end + 64 && (text.isWord(name) || text.at(name) == '-')) {
            name++;
        }
        return name;
    }

    /** Where groups of so many hex digits with dashes between end. */
    private static int groups(Text text, int from, int[] lengths) {
        int at = from;
        for (int group = 0; group < lengths.length; group++) {
            if (group > 0 && text.at(at++) != '-') {
                return Match.NONE;
            }
            int end = text.afterHex(at, lengths[group]);
            if (end - at != lengths[group]) {
                return Match.NONE;
            }
            at = end;
        }
        return text.isEnd(at) ? at : Match.NONE;
    }

    static @Nullable Match hex(Text text, int at) {
        if (text.startsWith("0x", at) || text.startsWith("0X", at)) {
            int end = text.afterHex(at + 2, LONGEST_HEX);
            return end > at + 2 && text.isEnd(end) ? new Match(end, "<hex>") : null;
        }
        int end = text.afterHex(at, LONGEST_HEX);
        int length = end - at;
        if (length < SHORTEST_MIXED_HEX || !text.isEnd(end)) {
            return null;
        }
        HexRun run = HexRun.of(text, at, end);
        if (length == GIT_SHA && run.digits > 0 && run.letters() && text.startsWith("commit ", at - 7)) {
            return new Match(end, "<git_sha>");
        }
        boolean number = run.oneCase() && (length >= SHORTEST_HEX || run.digits > 0 && run.letters());
        return number ? new Match(end, "<hex>") : null;
    }

    private record HexRun(int digits, int lower, int upper) {
        static HexRun of(Text text, int from, int end) {
            int digits = 0;
            int lower = 0;
            for (int at = from; at < end; at++) {
                if (text.isDigit(at)) {
                    digits++;
                } else if (Character.isLowerCase(text.at(at))) {
                    lower++;
                }
            }
            return new HexRun(digits, lower, end - from - digits - lower);
        }

        boolean letters() {
            return lower + upper > 0;
        }

        boolean oneCase() {
            return lower == 0 || upper == 0;
        }
    }
}
