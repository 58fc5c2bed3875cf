package io.errortracker.logging;

import io.errortracker.capture.Capturer;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a log record says, with its parameters filled in: numbered ones as {@link java.text.MessageFormat} has them, and simple ones of
 * {@code printf}. Of a parameter that is not a plain value only the type is told, so nothing of the application's runs.
 */
final class LogText {
    private static final int MAX_LENGTH = 2_048;

    private final String pattern;
    private final @Nullable Object[] parameters;
    private final StringBuilder text = new StringBuilder();
    private int nextParameter;

    private LogText(String pattern, @Nullable Object[] parameters) {
        this.pattern = pattern;
        this.parameters = parameters;
    }

    static String of(LogRecord record) {
        String pattern = translated(record);
        @Nullable Object[] parameters = record.getParameters();
        if (parameters == null || parameters.length == 0) {
            return cut(pattern);
        }
        return new LogText(cut(pattern), parameters).fill();
    }

    private static String translated(LogRecord record) {
        String message = record.getMessage();
        ResourceBundle bundle = record.getResourceBundle();
        if (message == null) {
            return "";
        }
        return bundle instanceof PropertyResourceBundle && bundle.containsKey(message)
                ? bundle.getString(message)
                : message;
    }

    private String fill() {
        int at = 0;
        while (at < pattern.length() && text.length() < MAX_LENGTH) {
            int end =
                    switch (pattern.charAt(at)) {
                        case '{' -> numbered(at);
                        case '%' -> sequential(at);
                        default -> at;
                    };
            if (end == at) {
                text.append(pattern.charAt(at));
                end = at + 1;
            }
            at = end;
        }
        return cut(text.toString());
    }

    /** Fills in <code>{0}</code> or <code>{0,number,#}</code>. @return where to go on; {@code start} when it is none */
    private int numbered(int start) {
        int end = pattern.indexOf('}', start);
        int digit = start + 1 < pattern.length() ? pattern.charAt(start + 1) - '0' : -1;
        if (end < 0 || digit < 0 || digit >= parameters.length || digit > 9) {
            return start;
        }
        char after = pattern.charAt(start + 2);
        if (after != '}' && after != ',') {
            return start;
        }
        append(parameters[digit]);
        return end + 1;
    }

    /** Fills in {@code %s}, {@code %d} and their like without flags. @return where to go on; {@code start} when it is none */
    private int sequential(int start) {
        boolean isConversion = start + 1 < pattern.length() && "sSdixXfbc".indexOf(pattern.charAt(start + 1)) >= 0;
        if (!isConversion || nextParameter >= parameters.length) {
            return start;
        }
        append(parameters[nextParameter++]);
        return start + 2;
    }

    private void append(@Nullable Object parameter) {
        text.append(Capturer.copyOf(parameter));
    }

    private static String cut(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
    }
}
