package io.errortracker.group;

import io.errortracker.event.ExceptionInfo;

/** A recursion without end, in the words of the JVM and of the browsers. */
final class Recursion {
    private Recursion() {}

    static boolean isEndless(ExceptionInfo exception) {
        String value = exception.value() == null ? "" : exception.value();
        return switch (exception.type()) {
            case "StackOverflowError" -> true;
            case "RangeError" -> value.startsWith("Maximum call stack");
            case "InternalError" -> value.startsWith("too much recursion");
            default -> false;
        };
    }
}
