package io.errortracker.event.json;

import io.errortracker.event.json.MalformedEventException.Reason;

/**
 * What may reach the JSON parser, which is the server's and whose own limits are therefore unknown. The check is one linear scan that
 * allocates nothing.
 *
 * @param maxBytes of one event
 * @param maxDepth of objects and arrays within one another
 * @param maxKeys in all objects together
 * @param maxValues in all objects and arrays together
 * @param maxNumberLength characters of one number
 * @since 0.1.0
 */
public record JsonLimits(int maxBytes, int maxDepth, int maxKeys, int maxValues, int maxNumberLength) {

    /** For events sent by others: 1 MiB, depth 64, 5,000 keys, 50,000 values, numbers of 100 characters. */
    public static final JsonLimits FOREIGN = new JsonLimits(1 << 20, 64, 5_000, 50_000, 100);

    /** For events this library wrote itself, which were capped before: 16 MiB, depth 64, 500,000 keys, 5,000,000 values, numbers of 100 characters. */
    public static final JsonLimits OWN = new JsonLimits(16 << 20, 64, 500_000, 5_000_000, 100);

    /** For spans, which come a thousand at a time with some forty keys each. */
    JsonLimits ofSpans() {
        return new JsonLimits(maxBytes, maxDepth, maxKeys * 8, maxValues * 2, maxNumberLength);
    }

    /** @throws MalformedEventException when the bytes go past a limit; whether they are JSON is left to the parser */
    void check(byte[] json) throws MalformedEventException {
        if (json.length > maxBytes) {
            throw new MalformedEventException(Reason.TOO_LARGE);
        }
        int depth = 0;
        int keys = 0;
        int values = 0;
        int at = 0;
        while (at < json.length) {
            byte c = json[at];
            switch (c) {
                case '"' -> at = endOfString(json, at + 1);
                case '{', '[' -> {
                    values++;
                    depth++;
                }
                case '}', ']' -> depth--;
                case ':' -> keys++;
                case ',' -> values++;
                default -> at = isNumber(c) ? endOfNumber(json, at) - 1 : at;
            }
            check(depth, keys, values);
            at++;
        }
    }

    private void check(int depth, int keys, int values) throws MalformedEventException {
        if (depth > maxDepth) {
            throw new MalformedEventException(Reason.TOO_DEEP);
        }
        if (keys > maxKeys) {
            throw new MalformedEventException(Reason.TOO_MANY_KEYS);
        }
        if (values > maxValues) {
            throw new MalformedEventException(Reason.TOO_MANY_VALUES);
        }
    }

    private static int endOfString(byte[] json, int from) {
        int at = from;
        while (at < json.length && json[at] != '"') {
            at += json[at] == '\\' ? 2 : 1;
        }
        return at;
    }

    private int endOfNumber(byte[] json, int from) throws MalformedEventException {
        int at = from;
        while (at < json.length && isNumber(json[at])) {
            at++;
        }
        if (at - from > maxNumberLength) {
            throw new MalformedEventException(Reason.NUMBER_TOO_LONG);
        }
        return at;
    }

    private static boolean isNumber(byte c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
    }
}
