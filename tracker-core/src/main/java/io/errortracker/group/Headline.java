package io.errortracker.group;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people read first.
 *
 * @param type the kind of failure, without its package
 * @param value the rest, one line; may be empty
 */
record Headline(String type, String value) {
    /** Characters. */
    private static final int MAX_VALUE = 500;

    private static final int MAX_TYPE = 200;

    Headline {
        type = oneLine(type, MAX_TYPE);
        value = oneLine(value, MAX_VALUE);
    }

    static Headline ofMessage(ErrorEvent event) {
        String text = event.message() != null ? event.message() : event.messageTemplate();
        return new Headline("Message", text == null ? "" : text);
    }

    /** The outermost exception that says more than its cause. */
    static Headline of(CauseChain chain) {
        List<ExceptionInfo> links = chain.links();
        int at = 0;
        while (at + 1 < links.size() && Wrappers.isWrapper(links.get(at), links.get(at + 1))) {
            at++;
        }
        ExceptionInfo head = links.get(at);
        return new Headline(head.type(), valueOf(head));
    }

    private static String valueOf(ExceptionInfo exception) {
        @Nullable String value = exception.value();
        return value == null ? "" : value;
    }

    private static String oneLine(String text, int limit) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), limit));
        boolean gap = false;
        for (int at = 0; at < text.length() && line.length() < limit; at++) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                gap = true;
            } else {
                if (gap && line.length() > 0 && line.length() + 1 < limit) {
                    line.append(' ');
                }
                gap = false;
                line.append(c);
            }
        }
        return withoutHalfCharacter(line);
    }

    private static String withoutHalfCharacter(StringBuilder line) {
        int last = line.length() - 1;
        if (last >= 0 && Character.isHighSurrogate(line.charAt(last))) {
            line.setLength(last);
        }
        return line.toString();
    }
}
