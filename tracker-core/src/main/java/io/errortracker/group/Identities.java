package io.errortracker.group;

import org.jspecify.annotations.Nullable;

/** What the JVM alone can tell apart: identity hashes, class loaders, local variables without a name. */
final class Identities {
    private static final int LONGEST_HASH = 16;
    private static final int SHORTEST_BRACED = 6;
    private static final int TELLING_LETTERS = 6;
    private static final String BECAUSE = "because \"";

    private Identities() {}

    /** {@code Cart@1b2c3d4}, {@code loader @0x7f12}, {@code {ffcd192}}. */
    static @Nullable Match hash(Text text, int at) {
        boolean brace = text.at(at) == '{';
        int from = text.startsWith("0x", at + 1) ? at + 3 : at + 1;
        int end = text.afterHex(from, LONGEST_HASH + 1);
        int length = end - from;
        if (length == 0 || length > LONGEST_HASH || !text.isEnd(end)) {
            return null;
        }
        if (brace) {
            boolean closed = text.at(end) == '}' && length >= SHORTEST_BRACED;
            return closed ? new Match(end + 1, "{<hash>}") : null;
        }
        boolean telling = from == at + 3 || length >= TELLING_LETTERS || hasDigit(text, from, end);
        return telling ? new Match(end, "@<hash>") : null;
    }

    /** {@code because "<local4>.name" is null}: whether a local variable has a name depends on how the code was compiled. */
    static @Nullable Match local(Text text, int at) {
        int from = at + BECAUSE.length();
        if (text.startsWith("<local", from) || text.startsWith("<parameter", from)) {
            int close = from + 6;
            while (text.isWord(close)) {
                close++;
            }
            return text.at(close) == '>' ? new Match(close + 1, BECAUSE + "<local>") : null;
        }
        int end = from;
        while (Character.isJavaIdentifierPart(text.at(end)) && text.at(end) != '\0') {
            end++;
        }
        boolean name = end > from && Character.isLowerCase(text.at(from)) && text.isOneOf("\".[", end);
        boolean self = text.startsWith("this", from) && end == from + 4;
        return name && !self ? new Match(end, BECAUSE + "<local>") : null;
    }

    private static boolean hasDigit(Text text, int from, int end) {
        for (int at = from; at < end; at++) {
            if (text.isDigit(at)) {
                return true;
            }
        }
        return false;
    }
}
