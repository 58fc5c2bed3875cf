package io.errortracker.symbolicate;

import java.util.Arrays;

/**
 * Walks over the field {@code mappings} of a source map, segment by segment, keeping nothing: however long the field is, it takes no
 * memory. After {@link #next} says true, the fields hold the segment.
 */
final class Mappings {
    private static final byte[] DIGITS = digits();
    private static final byte NONE = -1;

    private final byte[] text;
    private final int end;
    private final int sources;
    private final int names;
    private final int begin;
    private int at;

    /** From 0. */
    int generatedLine;

    /** From 0. */
    int generatedColumn;

    /** Whether the segment has a source; otherwise it says that what begins here has no original. */
    boolean mapped;

    /** Whether the segment has a name. */
    boolean named;

    int source;

    /** From 0. */
    int line;

    /** From 0. */
    int column;

    int name;

    /** @param sources how many there are @param names how many there are */
    Mappings(byte[] text, int from, int to, int sources, int names) {
        this.text = text;
        this.begin = from;
        this.at = from;
        this.end = to;
        this.sources = sources;
        this.names = names;
    }

    /** @throws BadSourceMapException when what comes next is no segment */
    boolean next() throws BadSourceMapException {
        boolean after = at > begin && at < end && text[at] == ',' && text[at - 1] != ';';
        if (after) {
            at++;
        }
        while (!after && at < end && text[at] == ';') {
            generatedLine++;
            generatedColumn = 0;
            at++;
        }
        if (!after && at >= end) {
            return false;
        }
        if (isAtEndOfSegment()) {
            throw new BadSourceMapException("a segment of its mappings is empty");
        }
        segment();
        return true;
    }

    private void segment() throws BadSourceMapException {
        generatedColumn = added(generatedColumn, "column");
        mapped = !isAtEndOfSegment();
        named = false;
        if (mapped) {
            source = added(source, "source");
            line = added(line, "line");
            column = added(column, "column");
            if (source >= sources) {
                throw new BadSourceMapException("its mappings name a source that it does not list");
            }
            named = !isAtEndOfSegment();
        }
        if (named) {
            name = added(name, "name");
            if (name >= names) {
                throw new BadSourceMapException("its mappings name a name that it does not list");
            }
        }
        if (!isAtEndOfSegment()) {
            throw new BadSourceMapException("a segment of its mappings has more than 5 fields");
        }
    }

    private boolean isAtEndOfSegment() {
        return at >= end || text[at] == ',' || text[at] == ';';
    }

    private int added(int before, String what) throws BadSourceMapException {
        if (isAtEndOfSegment()) {
            throw new BadSourceMapException("a segment of its mappings has 2 or 3 fields, not 1, 4 or 5");
        }
        long sum = (long) before + number();
        if (sum < 0 || sum > Integer.MAX_VALUE) {
            throw new BadSourceMapException("its mappings hold a " + what + " out of range");
        }
        return (int) sum;
    }

    /** A number of base 64 digits, five bits each, the lowest first, of which the very lowest is the sign. */
    private int number() throws BadSourceMapException {
        long value = 0;
        int shift = 0;
        boolean fits = true;
        int digit;
        do {
            digit = at < end ? digit(text[at]) : NONE;
            if (digit == NONE) {
                throw new BadSourceMapException("its mappings hold what is no base 64 number");
            }
            at++;
            long bits = digit & 31;
            fits &= shift < 35 || bits == 0;
            value |= shift < 35 ? bits << shift : 0;
            shift += 5;
        } while (digit >= 32);
        if (!fits || value >>> 32 != 0) {
            throw new BadSourceMapException("its mappings hold a number of more than 32 bits");
        }
        long absolute = value >>> 1;
        return (int) ((value & 1) == 0 ? absolute : -absolute);
    }

    private static int digit(byte c) {
        return c < 0 ? NONE : DIGITS[c];
    }

    private static byte[] digits() {
        byte[] digits = new byte[128];
        Arrays.fill(digits, NONE);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            digits[alphabet.charAt(i)] = (byte) i;
        }
        return digits;
    }
}
