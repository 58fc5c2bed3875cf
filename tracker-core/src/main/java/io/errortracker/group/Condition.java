package io.errortracker.group;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.StackFrame;
import org.jspecify.annotations.Nullable;

/** One condition of a rule. */
record Condition(Field field, Glob glob, boolean negated) {

    boolean holdsFor(ErrorEvent event) {
        return negated != matches(event);
    }

    boolean holdsFor(StackFrame frame) {
        return negated != matches(field.name().equals("module") ? frame.module() : frame.function());
    }

    private boolean matches(ErrorEvent event) {
        return switch (field.name()) {
            case "type" -> anyType(event);
            case "message" -> anyMessage(event);
            default -> glob.matches(field.of(event));
        };
    }

    private boolean anyType(ErrorEvent event) {
        for (ExceptionInfo exception : event.exceptions()) {
            if (glob.matches(exception.type()) || glob.matches(exception.qualifiedType())) {
                return true;
            }
        }
        return false;
    }

    private boolean anyMessage(ErrorEvent event) {
        for (ExceptionInfo exception : event.exceptions()) {
            if (matches(exception.value())) {
                return true;
            }
        }
        return matches(event.message());
    }

    private boolean matches(@Nullable String value) {
        return value != null && glob.matches(value);
    }
}
