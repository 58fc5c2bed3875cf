package io.errortracker.scrub;

/**
 * Secrets that a text names: {@code password=x}, {@code "token": "x"}, {@code apiKey: x}, {@code --password x}, {@code <pin>x</pin>},
 * {@code password 'x'}, {@code token%3Dx}. The name stays, its value goes.
 */
final class KeyedText implements Detector {
    private static final int LONGEST_NAME = 64;
    private static final int BLANKS = 3;

    private final KeyRules keys;
    private final boolean quotedOnly;

    /** @param quotedOnly whether only quoted values are secrets, as in source code, where the others are expressions */
    KeyedText(KeyRules keys, boolean quotedOnly) {
        this.keys = keys;
        this.quotedOnly = quotedOnly;
    }

    @Override
    public int needs() {
        return Traits.SEPARATOR | Traits.DASHES | Traits.PERCENT | Traits.QUOTE;
    }

    @Override
    public String scrub(String text) {
        Rewrite rewrite = new Rewrite(text);
        for (int i = 0; i < text.length(); i++) {
            int value = valueStart(text, i, rewrite.done());
            if (value >= 0) {
                i = replaceValue(text, value, text.charAt(i), rewrite) - 1;
            }
        }
        return rewrite.result();
    }

    /** Where the value begins that the name before this character announces; -1 when it announces none. */
    private int valueStart(String text, int at, int from) {
        return switch (text.charAt(at)) {
            case '=', ':' -> isOperator(text, at) ? -1 : afterSeparator(text, at, at + 1, from);
            case '%' -> text.regionMatches(true, at, "%3D", 0, 3) ? afterSeparator(text, at, at + 3, from) : -1;
            case '>' -> afterTag(text, at, from);
            case '-' -> afterOption(text, at);
            case '\'' -> afterPasswordWord(text, at, from);
            default -> -1;
        };
    }

    /** {@code ==}, {@code !=}, {@code <=}, {@code >=}, {@code ::}, and the colon of {@code token://}. */
    private static boolean isOperator(String text, int at) {
        char c = text.charAt(at);
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (c == '=') {
            return next == '=' || before == '=' || before == '!' || before == '<' || before == '>';
        }
        return next == ':' || before == ':' || text.startsWith("//", at + 1);
    }

    private int afterSeparator(String text, int separator, int after, int from) {
        int end = nameEnd(text, separator, from);
        int start = nameStart(text, end, from);
        if (start == end || !keys.isSecretInText(Name.of(text, start, end)) || isParserTalk(text, start, end)) {
            return -1;
        }
        int value = after < text.length() && text.charAt(after) == '>' ? after + 1 : after;
        return skipBlanks(text, value);
    }

    /** Back over blanks and quotes: the last character of the name is before what is returned. */
    private static int nameEnd(String text, int separator, int from) {
        int end = separator;
        for (int blanks = 0; end > from && blanks < BLANKS && isBetween(text.charAt(end - 1)); blanks++) {
            end--;
        }
        return end;
    }

    private static boolean isBetween(char c) {
        return c == ' ' || c == '"' || c == '\'' || c == '\\' || c == '`';
    }

    private static int nameStart(String text, int end, int from) {
        int start = end;
        int first = Math.max(from, end - LONGEST_NAME);
        while (start > first && isName(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isName(char c) {
        return c < 128 ? Ascii.isToken(c) || c == '[' || c == ']' || c == '$' : Character.isLetter(c);
    }

    /** "unexpected token: END" is what a parser says of its input. */
    private static boolean isParserTalk(String text, int start, int end) {
        return end - start == 5 && start >= 11 && text.regionMatches(true, start - 11, "unexpected token", 0, 16);
    }

    private int afterTag(String text, int at, int from) {
        int start = nameStart(text, at, from);
        boolean opens = start > from && start < at && (text.charAt(start - 1) == '<' || text.charAt(start - 1) == ':');
        return opens && keys.isSecretInText(Name.of(text, start, at)) ? at + 1 : -1;
    }

    private int afterOption(String text, int at) {
        if (!text.startsWith("--", at) || (at > 0 && !isBlank(text.charAt(at - 1)))) {
            return -1;
        }
        int end = at + 2;
        while (end < text.length() && end - at < LONGEST_NAME && Ascii.isToken(text.charAt(end))) {
            end++;
        }
        boolean hasValue = end + 1 < text.length() && text.charAt(end) == ' ' && text.charAt(end + 1) != '-';
        return hasValue && keys.isSecretInText(Name.of(text, at + 2, end)) ? skipBlanks(text, end) : -1;
    }

    /** {@code PASSWORD 'x'}, {@code IDENTIFIED BY 'x'}: how SQL sets one. */
    private static int afterPasswordWord(String text, int at, int from) {
        int end = nameEnd(text, at, from);
        int start = nameStart(text, end, from);
        boolean announced = end < at && (endsWith(text, start, end, "password") || isIdentifiedBy(text, end));
        return announced ? at : -1;
    }

    private static boolean endsWith(String text, int start, int end, String word) {
        return end - start >= word.length() && text.regionMatches(true, end - word.length(), word, 0, word.length());
    }

    private static boolean isIdentifiedBy(String text, int end) {
        return end >= 13 && text.regionMatches(true, end - 13, "identified by", 0, 13);
    }

    private static int skipBlanks(String text, int at) {
        int start = at;
        while (start < text.length() && start - at < BLANKS && text.charAt(start) == ' ') {
            start++;
        }
        return start;
    }

    private static boolean isBlank(char c) {
        return c <= ' ';
    }

    /** Replaces the value that starts here, unless it is only a place for one; returns where to look on. */
    private int replaceValue(String text, int start, char separator, Rewrite rewrite) {
        ValueSpan span = separator == ':' && isCookie(text, start)
                ? ValueSpan.restOfLine(text, start)
                : ValueSpan.at(text, start, separator);
        if (span.isEmpty() || (quotedOnly && !span.quoted()) || span.isPlaceholder(text)) {
            return Math.max(span.end(), start);
        }
        rewrite.replace(span.start(), span.end(), Words.SCRUBBED);
        return span.end();
    }

    /** A line of cookies has names we cannot know. */
    private static boolean isCookie(String text, int start) {
        int end = start;
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return end > 6 && text.regionMatches(true, end - 7, "cookie:", 0, 7);
    }
}
