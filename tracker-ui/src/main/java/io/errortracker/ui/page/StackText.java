package io.errortracker.ui.page;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.EventLimits;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Mechanism;
import io.errortracker.event.StackFrame;

/** Stack traces as Java prints them. */
final class StackText {
    private StackText() {}

    static String of(ErrorEvent event) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < event.exceptions().size(); i++) {
            ExceptionInfo exception = event.exceptions().get(i);
            Mechanism mechanism = exception.mechanism();
            boolean suppressed = mechanism != null && mechanism.isSuppressed();
            String relation = i == 0 ? "" : suppressed ? "Suppressed: " : "Caused by: ";
            text.append(relation).append(exception.qualifiedType());
            if (exception.value() != null) {
                text.append(": ").append(exception.value());
            }
            text.append('\n');
            exception.frames().forEach(frame -> append(frame, text));
        }
        return text.toString();
    }

    private static void append(StackFrame frame, StringBuilder text) {
        if (EventLimits.isMarker(frame)) {
            text.append("\t... ").append(frame.variables().get("frames")).append(" frames left out\n");
            return;
        }
        String function = frame.function() == null ? "?" : frame.function();
        String place = StackFolding.place(frame);
        text.append("\tat ");
        if (frame.module() != null) {
            text.append(frame.module()).append('.');
        }
        text.append(function)
                .append('(')
                .append(place.isEmpty() ? "Unknown Source" : place)
                .append(")\n");
    }
}
