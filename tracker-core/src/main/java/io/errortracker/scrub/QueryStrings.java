package io.errortracker.scrub;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** The query of a URL: values of secret keys go, and values that hold a secret, however either is escaped. */
final class QueryStrings {
    private final KeyRules keys;
    private final UnaryOperator<String> values;

    /** @param values removes secrets from a value that is no longer escaped */
    QueryStrings(KeyRules keys, UnaryOperator<String> values) {
        this.keys = keys;
        this.values = values;
    }

    /** The same instance when nothing was found. */
    String scrub(String query) {
        Rewrite rewrite = new Rewrite(query);
        int start = 0;
        while (start <= query.length()) {
            int end = endOfPair(query, start);
            scrubPair(query, start, end, rewrite);
            start = end + 1;
        }
        return rewrite.result();
    }

    private static int endOfPair(String query, int start) {
        int end = start;
        while (end < query.length() && query.charAt(end) != '&' && query.charAt(end) != ';') {
            end++;
        }
        return end;
    }

    private void scrubPair(String query, int start, int end, Rewrite rewrite) {
        int equals = start;
        while (equals < end && query.charAt(equals) != '=') {
            equals++;
        }
        boolean hasKey = equals < end;
        int value = hasKey ? equals + 1 : start;
        String key = hasKey ? decoded(query.substring(start, equals)) : "";
        if (value == end || keys.isKept(key)) {
            return;
        }
        if (hasKey && keys.isSecret(key)) {
            rewrite.replace(value, end, Words.SCRUBBED);
            return;
        }
        String raw = query.substring(value, end);
        String plain = decoded(raw);
        String scrubbed = values.apply(plain);
        if (!scrubbed.equals(plain)) {
            rewrite.replace(value, end, plain.equals(raw) ? scrubbed : Words.SCRUBBED);
        }
    }

    /** Percent and plus signs undone; what is no escape stays. The same instance when there is none. */
    static String decoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < raw.length; i++) {
            int escaped = raw[i] == '%' && i + 2 < raw.length ? hex(raw[i + 1]) * 16 + hex(raw[i + 2]) : -1;
            if (escaped >= 0) {
                bytes.write(escaped);
                i += 2;
            } else {
                bytes.write(raw[i] == '+' ? ' ' : raw[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int hex(byte c) {
        int digit = Character.digit(c, 16);
        return digit < 0 ? -1_000 : digit;
    }
}
