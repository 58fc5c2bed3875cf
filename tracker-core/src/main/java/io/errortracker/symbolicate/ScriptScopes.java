package io.errortracker.symbolicate;

import io.errortracker.symbolicate.ScriptTokens.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Which function of a script lies around a place: finds where functions begin and end, and what names them, as engines do: their own name,
 * the variable or property they are given to, the key of the method. One walk over the script.
 */
final class ScriptScopes {
    private static final Set<String> NO_METHODS =
            Set.of("if", "for", "while", "switch", "catch", "with", "function", "async");
    private static final int MAX_DEPTH = 10_000;

    private final ScriptTokens tokens;
    private final Iterator<Place> places;
    private final Map<Place, Name> found = new HashMap<>();
    private final Deque<Bracket> open = new ArrayDeque<>();
    private final Deque<Token> before = new ArrayDeque<>();
    private @Nullable Place next;
    private @Nullable Bracket closed;

    private ScriptScopes(String script, SortedSet<Place> places) {
        this.tokens = new ScriptTokens(script);
        this.places = places.iterator();
        this.next = this.places.hasNext() ? this.places.next() : null;
    }

    /** What names a function: a word of the script, and where it stands. */
    record Name(Place place, String word) {}

    /** @param script its text @return the name of the function around each place, for those that have one */
    static Map<Place, Name> around(String script, SortedSet<Place> places) {
        ScriptScopes scopes = new ScriptScopes(script, places);
        scopes.walk();
        return scopes.found;
    }

    private record Token(Kind kind, char mark, String word, Place place) {
        boolean is(char wanted) {
            return kind == Kind.MARK && mark == wanted;
        }

        boolean isWord(String wanted) {
            return kind == Kind.WORD && word.equals(wanted);
        }
    }

    /**
     * Something that was opened.
     *
     * @param mark how; {@code >} for the body of an arrow function without braces, a back quote for a placeholder
     * @param function whether it is the body of a function
     * @param name of that function; of a parenthesis: of the function whose parameters it may hold
     * @param method whether the name stands right before the parenthesis
     */
    private record Bracket(
            char mark, boolean function, @Nullable Name name, boolean method) {}

    private void walk() {
        while (next != null && tokens.next()) {
            settle(tokens.place);
            take();
        }
        settle(null);
    }

    /** Places before this one lie where we are. */
    private void settle(@Nullable Place here) {
        while (next != null && (here == null || next.compareTo(here) < 0)) {
            Name name = function();
            if (name != null) {
                found.put(next, name);
            }
            next = places.hasNext() ? places.next() : null;
        }
    }

    private @Nullable Name function() {
        for (Bracket bracket : open) {
            if (bracket.function()) {
                return bracket.name();
            }
        }
        return null;
    }

    private void take() {
        Bracket parameters = closed;
        closed = null;
        Kind kind = tokens.kind;
        char mark = kind == Kind.MARK ? tokens.word().charAt(0) : ' ';
        if (mark == '(') {
            push(parameters());
        } else if (mark == '{') {
            push(body(parameters));
        } else if (mark == '[') {
            push(new Bracket('[', false, null, false));
        } else if (mark == '`') {
            template();
        } else if (mark == ')' || mark == ']' || mark == '}') {
            close(mark);
        } else if (mark == ',' || mark == ';') {
            endArrows();
        } else if (kind == Kind.ARROW) {
            arrow(parameters);
            return;
        }
        remember(new Token(kind, mark, kind == Kind.WORD || kind == Kind.STRING ? tokens.word() : "", tokens.place));
    }

    private void remember(Token token) {
        before.push(token);
        if (before.size() > 8) {
            before.removeLast();
        }
    }

    private void push(Bracket bracket) {
        if (open.size() < MAX_DEPTH) {
            open.push(bracket);
        }
    }

    private void template() {
        if (tokens.template()) {
            push(new Bracket('`', false, null, false));
        }
    }

    private void close(char mark) {
        endArrows();
        if (open.isEmpty()) {
            return;
        }
        Bracket bracket = open.pop();
        if (mark == ')') {
            closed = bracket;
        } else if (bracket.mark() == '`') {
            template();
        }
    }

    private void endArrows() {
        while (!open.isEmpty() && open.peek().mark() == '>') {
            open.pop();
        }
    }

    /** A parenthesis: what would name a function whose parameters it held. */
    private Bracket parameters() {
        Token last = token(0);
        if (last == null) {
            return new Bracket('(', false, null, false);
        }
        int star = last.is('*') ? 1 : 0;
        if (isWord(star, "function")) {
            return new Bracket('(', true, given(skipAsync(star + 1)), true);
        } else if (last.kind() == Kind.WORD && !NO_METHODS.contains(last.word())) {
            boolean declared = isWord(1, "function") || (isMark(1, '*') && isWord(2, "function"));
            return new Bracket('(', declared, new Name(last.place(), last.word()), true);
        } else if (last.kind() == Kind.STRING) {
            return new Bracket('(', false, new Name(last.place(), unquoted(last.word())), true);
        }
        return new Bracket('(', false, given(skipAsync(0)), false);
    }

    /** A brace after parameters begins a function, unless an {@code if} or the like stands before them. */
    private static Bracket body(@Nullable Bracket parameters) {
        if (parameters == null || !(parameters.function() || parameters.method())) {
            return new Bracket('{', false, null, false);
        }
        return new Bracket('{', true, parameters.name(), false);
    }

    private void arrow(@Nullable Bracket parameters) {
        Name name = parameters == null ? given(skipAsync(1)) : parameters.method() ? null : parameters.name();
        remember(new Token(Kind.ARROW, ' ', "", tokens.place));
        if (!tokens.next()) {
            return;
        }
        if (tokens.is('{')) {
            settle(tokens.place);
            push(new Bracket('{', true, name, false));
            remember(new Token(Kind.MARK, '{', "", tokens.place));
        } else {
            push(new Bracket('>', true, name, false));
            settle(tokens.place);
            take();
        }
    }

    /** What a function expression is given to, when the tokens before it, from this one on, say so: {@code name =} or {@code key:}. */
    private @Nullable Name given(int from) {
        Token last = token(from);
        Token target = token(from + 1);
        if (last == null || target == null) {
            return null;
        }
        boolean keyed = last.is(':') && (isMark(from + 2, '{') || isMark(from + 2, ','));
        if (last.kind() != Kind.ASSIGN && !keyed) {
            return null;
        }
        return switch (target.kind()) {
            case WORD -> new Name(target.place(), target.word());
            case STRING -> keyed ? new Name(target.place(), unquoted(target.word())) : null;
            default -> null;
        };
    }

    private int skipAsync(int from) {
        return isWord(from, "async") ? from + 1 : from;
    }

    private boolean isWord(int back, String word) {
        Token token = token(back);
        return token != null && token.isWord(word);
    }

    private boolean isMark(int back, char mark) {
        Token token = token(back);
        return token != null && token.is(mark);
    }

    /** The last one, the one before it, ... */
    private @Nullable Token token(int back) {
        int i = 0;
        for (Token token : before) {
            if (i++ == back) {
                return token;
            }
        }
        return null;
    }

    private static String unquoted(String string) {
        return string.length() < 2 ? string : string.substring(1, string.length() - 1);
    }
}
