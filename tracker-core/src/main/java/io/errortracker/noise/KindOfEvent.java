package io.errortracker.noise;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.store.IgnoreRule.Criteria;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proposes what a rule must ask for to ignore events of the kind of this one, and few others.
 *
 * @since 0.1.0
 */
public final class KindOfEvent {
    private static final int MOST_OF_MESSAGE = 160;

    /** Packages whose exceptions say little by their type alone. */
    private static final List<String> EVERYBODYS =
            List.of("java.", "javax.", "jakarta.", "org.hibernate.", "org.springframework.", "org.eclipse.");

    private KindOfEvent() {}

    /** Its exception and entry point; its message too where the type says little. */
    public static Criteria of(ErrorEvent event) {
        ExceptionInfo thrown = event.thrown();
        String route = event.transaction() == null ? "" : event.transaction();
        if (thrown == null) {
            return Criteria.NONE.message(pattern(event.message())).route(route);
        }
        Criteria criteria = Criteria.NONE.exception(thrown.qualifiedType()).route(route);
        boolean saysLittle =
                thrown.module() == null || EVERYBODYS.stream().anyMatch(thrown.qualifiedType()::startsWith);
        return saysLittle ? criteria.message(pattern(thrown.value())) : criteria;
    }

    /** A pattern that this text matches; numbers and what was scrubbed may differ. Empty for an empty text. */
    private static String pattern(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return "";
        }
        StringBuilder pattern = new StringBuilder("^");
        int at = 0;
        while (at < text.length() && pattern.length() < MOST_OF_MESSAGE && text.charAt(at) != '\n') {
            int marker = endOfMarker(text, at);
            if (marker > at) {
                pattern.append(".*");
                at = marker;
            } else if (isDigit(text.charAt(at))) {
                pattern.append("[0-9]+");
                at = endOfNumber(text, at);
            } else {
                append(pattern, text.charAt(at));
                at++;
            }
        }
        return pattern.toString();
    }

    private static int endOfNumber(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The end of {@code [scrubbed]} or its like; {@code from} when none begins there. */
    private static int endOfMarker(String text, int from) {
        if (text.charAt(from) != '[') {
            return from;
        }
        int end = from + 1;
        while (end < text.length() && (Character.isLowerCase(text.charAt(end)) || text.charAt(end) == ' ')) {
            end++;
        }
        return end > from + 1 && end < text.length() && text.charAt(end) == ']' ? end + 1 : from;
    }

    private static void append(StringBuilder pattern, char c) {
        if ("\\.+*?()|[]{}^$".indexOf(c) >= 0) {
            pattern.append('\\');
        }
        pattern.append(c);
    }
}
