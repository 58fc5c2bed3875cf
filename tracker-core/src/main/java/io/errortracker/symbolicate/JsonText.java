package io.errortracker.symbolicate;

import java.nio.charset.StandardCharsets;

/** The characters of a JSON string that lies in UTF-8, escapes resolved, one after the other. */
final class JsonText {
    private final byte[] json;
    private final int end;
    private int at;

    JsonText(byte[] json, int from, int to) {
        this.json = json;
        this.at = from;
        this.end = to;
    }

    /** At most so many characters; what cannot be read becomes U+FFFD. */
    static String decode(byte[] json, int from, int to, int max) {
        int plain = from;
        while (plain < to && json[plain] != '\\') {
            plain++;
        }
        if (plain == to && to - from <= max) {
            return new String(json, from, to - from, StandardCharsets.UTF_8);
        }
        JsonText text = new JsonText(json, from, to);
        StringBuilder decoded = new StringBuilder();
        for (int c = text.next(); c >= 0 && decoded.length() < max; c = text.next()) {
            decoded.appendCodePoint(c);
        }
        return decoded.toString();
    }

    /** The next character; a pair of escaped surrogates comes as two. -1 at the end. */
    int next() {
        if (at >= end) {
            return -1;
        }
        int c = json[at++] & 0xff;
        if (c == '\\') {
            return escape();
        }
        return c < 0x80 ? c : multibyte(c);
    }

    private int escape() {
        int c = at < end ? json[at++] : '\\';
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> hex();
            default -> c & 0xff;
        };
    }

    private int hex() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = at < end ? Character.digit((char) (json[at] & 0xff), 16) : -1;
            if (digit < 0) {
                return 0xfffd;
            }
            at++;
            value = value * 16 + digit;
        }
        return value;
    }

    private int multibyte(int first) {
        int following = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
        int c = first & (0x3f >> following);
        for (int i = 0; i < following; i++) {
            if (at >= end || (json[at] & 0xc0) != 0x80) {
                return 0xfffd;
            }
            c = c << 6 | (json[at++] & 0x3f);
        }
        return Character.isValidCodePoint(c) ? c : 0xfffd;
    }
}
