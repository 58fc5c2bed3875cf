package io.errortracker.symbolicate;

/**
 * The tokens of a script, roughly: as far as is needed to see where functions begin and end. Linear, for any text; what is no JavaScript
 * gives tokens without sense. Inside a template literal the tokens are those of its placeholders.
 */
final class ScriptTokens {

    /** What a token is. */
    enum Kind {
        WORD,
        STRING,
        NUMBER,
        MARK,
        ARROW,
        /** A single equals sign. */
        ASSIGN,
        REGEX,
        END
    }

    private static final String BEFORE_REGEX =
            " return typeof case in of delete void throw new else do instanceof yield await ";

    private final String text;
    private int at;
    private int line;
    private int lineStart;

    Kind kind = Kind.END;
    int from;
    int to;
    /** Where it begins. */
    Place place = new Place(0, 0);

    ScriptTokens(String text) {
        this.text = text;
    }

    String word() {
        return text.substring(from, to);
    }

    boolean is(char mark) {
        return kind == Kind.MARK && text.charAt(from) == mark;
    }

    boolean next() {
        boolean regex = mayRegexFollow();
        skipBlanks();
        from = at;
        place = new Place(line, at - lineStart);
        if (at >= text.length()) {
            kind = Kind.END;
            to = at;
            return false;
        }
        kind = read(text.charAt(at), regex);
        to = at;
        return true;
    }

    private boolean mayRegexFollow() {
        return switch (kind) {
            case END, ARROW, ASSIGN -> true;
            case MARK -> ")]}".indexOf(text.charAt(from)) < 0;
            case WORD -> to - from <= 10 && BEFORE_REGEX.contains(" " + word() + " ");
            case STRING, NUMBER, REGEX -> false;
        };
    }

    private void skipBlanks() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                newLine();
            } else if (c == '/' && at + 1 < text.length() && text.charAt(at + 1) == '/') {
                at = endOfLine();
            } else if (c == '/' && at + 1 < text.length() && text.charAt(at + 1) == '*') {
                comment();
            } else if (c <= ' ' || c == '\u00a0' || c == '\ufeff' || c == '\u2028' || c == '\u2029') {
                at++;
            } else {
                return;
            }
        }
    }

    private void newLine() {
        at++;
        line++;
        lineStart = at;
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private void comment() {
        int end = text.indexOf("*/", at + 2);
        int stop = end < 0 ? text.length() : end + 2;
        while (at < stop) {
            step();
        }
    }

    private void step() {
        if (text.charAt(at) == '\n') {
            newLine();
        } else {
            at++;
        }
    }

    private Kind read(char c, boolean regex) {
        if (Character.isJavaIdentifierStart(c) || c == '#' || c == '\\') {
            while (at < text.length() && isOfWord(text.charAt(at))) {
                at++;
            }
            return Kind.WORD;
        } else if (c >= '0' && c <= '9') {
            while (at < text.length() && (isOfWord(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            return Kind.NUMBER;
        } else if (c == '"' || c == '\'') {
            string(c);
            return Kind.STRING;
        } else if (c == '/' && regex && regex()) {
            return Kind.REGEX;
        }
        return mark(c);
    }

    private static boolean isOfWord(char c) {
        return Character.isJavaIdentifierPart(c) || c == '#' || c == '\\';
    }

    private void string(char quote) {
        at++;
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' && at + 1 < text.length() && text.charAt(at + 1) != '\n' ? 2 : 1;
        }
        at = Math.min(text.length(), at + (at < text.length() && text.charAt(at) == quote ? 1 : 0));
    }

    private boolean regex() {
        boolean inClass = false;
        for (int i = at + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            } else if (c == '/' && !inClass) {
                at = i + 1;
                return true;
            }
        }
        return false;
    }

    private Kind mark(char c) {
        at++;
        char after = at < text.length() ? text.charAt(at) : ' ';
        if (c == '=' && after == '>') {
            at++;
            return Kind.ARROW;
        } else if (c == '=' && after != '=') {
            return Kind.ASSIGN;
        } else if ("=!<>+-*/%&|^?".indexOf(c) >= 0) {
            while (at < text.length() && text.charAt(at) == '=') {
                at++;
            }
        }
        return Kind.MARK;
    }

    /** After a back quote or the end of a placeholder: to behind the next placeholder's beginning, or behind the end. @return whether a placeholder began */
    boolean template() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '`') {
                at++;
                kind = Kind.STRING;
                return false;
            } else if (c == '$' && at + 1 < text.length() && text.charAt(at + 1) == '{') {
                at += 2;
                kind = Kind.END;
                return true;
            } else if (c == '\\' && at + 1 < text.length()) {
                at++;
            }
            step();
        }
        return false;
    }
}
