package io.errortracker.group;

import org.jspecify.annotations.Nullable;

/** Values behind an equals sign: {@code name='x'}, {@code active=True}. */
final class Assignments {
    /** The longest quoted value looked for. */
    private static final int LONGEST = 1024;

    private Assignments() {}

    static @Nullable Match value(Text text, int at) {
        char quote = text.at(at + 1);
        if (quote == '\'' || quote == '"') {
            return quoted(text, at + 2, quote);
        }
        for (String word : new String[] {"true", "false", "True", "False"}) {
            if (text.startsWith(word, at + 1) && text.isEnd(at + 1 + word.length())) {
                return new Match(at + 1 + word.length(), "=<bool>");
            }
        }
        return null;
    }

    private static @Nullable Match quoted(Text text, int from, char quote) {
        for (int at = from; at < from + LONGEST && text.at(at) != '\0' && text.at(at) != '\n'; at++) {
            if (text.at(at) == quote) {
                return new Match(at + 1, "=<quoted_str>");
            }
        }
        return null;
    }
}
