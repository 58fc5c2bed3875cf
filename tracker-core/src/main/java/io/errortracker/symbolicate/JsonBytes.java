package io.errortracker.symbolicate;

import java.nio.charset.StandardCharsets;

/**
 * Reads JSON where it lies, without making objects of it: what a source map mostly consists of is long strings of which hardly any is
 * ever looked at. Linear, and as deep as {@value #MAX_DEPTH}.
 */
final class JsonBytes {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER = 24;

    private final byte[] json;
    private int at;

    JsonBytes(byte[] json) {
        this.json = json;
        at = afterPreamble(json);
    }

    /** Bytes of a string without its quotes, escapes as they are. */
    record Span(int from, int to) {
        int length() {
            return to - from;
        }
    }

    /** Some servers put a line before JSON so that no page can run it as a script: {@code )]}'}. */
    private static int afterPreamble(byte[] json) {
        int from = startsWith(json, 0, "\u00ef\u00bb\u00bf") ? 3 : 0;
        if (startsWith(json, from, ")]}'")) {
            while (from < json.length && json[from] != '\n') {
                from++;
            }
        }
        return from;
    }

    private static boolean startsWith(byte[] bytes, int from, String latin) {
        byte[] wanted = latin.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < wanted.length; i++) {
            if (from + i >= bytes.length || bytes[from + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** The first byte of the next value or mark, which stays unread; 0 at the end. */
    byte peek() {
        while (at < json.length && (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t')) {
            at++;
        }
        return at < json.length ? json[at] : 0;
    }

    /** Whether the next mark is this one; read if so. */
    boolean take(char mark) {
        if (peek() != mark) {
            return false;
        }
        at++;
        return true;
    }

    void expect(char mark) throws BadSourceMapException {
        if (!take(mark)) {
            throw malformed();
        }
    }

    /** After an item of a list or object: whether another one follows; otherwise the end was read. */
    boolean more(char end) throws BadSourceMapException {
        if (take(',')) {
            return true;
        }
        expect(end);
        return false;
    }

    void expectEnd() throws BadSourceMapException {
        if (peek() != 0 || at < json.length) {
            throw malformed();
        }
    }

    boolean isString() {
        return peek() == '"';
    }

    /** Whether the next value is null; read if so. */
    boolean takeNull() throws BadSourceMapException {
        if (peek() != 'n') {
            return false;
        }
        word("null");
        return true;
    }

    Span string() throws BadSourceMapException {
        expect('"');
        int from = at;
        while (at < json.length && json[at] != '"') {
            if (json[at] >= 0 && json[at] < ' ') {
                throw malformed();
            }
            at += json[at] == '\\' ? 2 : 1;
        }
        if (at >= json.length) {
            throw malformed();
        }
        return new Span(from, at++);
    }

    /** A key and the colon after it. */
    String key() throws BadSourceMapException {
        Span key = string();
        expect(':');
        return key.length() > 100 ? "" : text(key);
    }

    String text(Span span) {
        return JsonText.decode(json, span.from(), span.to(), Integer.MAX_VALUE);
    }

    /** A number that is whole and fits an int; anything else is refused with this reason. */
    int wholeNumber(String otherwise) throws BadSourceMapException {
        byte first = peek();
        if (first != '-' && (first < '0' || first > '9')) {
            throw new BadSourceMapException(otherwise);
        }
        int from = at;
        number();
        try {
            return Integer.parseInt(new String(json, from, at - from, StandardCharsets.ISO_8859_1));
        } catch (NumberFormatException notWhole) {
            throw new BadSourceMapException(otherwise);
        }
    }

    private void number() throws BadSourceMapException {
        int from = at;
        while (at < json.length && isOfNumber(json[at])) {
            at++;
        }
        if (at == from || at - from > MAX_NUMBER) {
            throw malformed();
        }
    }

    private static boolean isOfNumber(byte c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
    }

    private void word(String word) throws BadSourceMapException {
        if (!startsWith(json, at, word)) {
            throw malformed();
        }
        at += word.length();
    }

    /** Passes over a value of any kind. */
    void skip() throws BadSourceMapException {
        skip(0);
    }

    private void skip(int depth) throws BadSourceMapException {
        if (depth > MAX_DEPTH) {
            throw new BadSourceMapException("its JSON is nested too deeply");
        }
        switch (peek()) {
            case '"' -> string();
            case '{' -> skipObject(depth);
            case '[' -> skipList(depth);
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
    }

    private void skipObject(int depth) throws BadSourceMapException {
        expect('{');
        if (take('}')) {
            return;
        }
        do {
            string();
            expect(':');
            skip(depth + 1);
        } while (more('}'));
    }

    private void skipList(int depth) throws BadSourceMapException {
        expect('[');
        if (take(']')) {
            return;
        }
        do {
            skip(depth + 1);
        } while (more(']'));
    }

    private static BadSourceMapException malformed() {
        return new BadSourceMapException("it is not JSON");
    }
}
