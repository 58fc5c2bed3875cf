package io.errortracker.group;

import io.errortracker.event.ExceptionInfo;

/** Memory that ran out strikes whoever asks next; only an array too large for any heap is its asker's fault. */
final class ExhaustedMemory {
    private ExhaustedMemory() {}

    static boolean is(ExceptionInfo exception) {
        String value = exception.value();
        return exception.type().equals("OutOfMemoryError")
                && (exception.frames().isEmpty() || value == null || !value.startsWith("Requested array size"));
    }
}
