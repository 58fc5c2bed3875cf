package io.errortracker.alert;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Mechanism;
import io.errortracker.event.StackFrame;
import io.errortracker.issue.Issue;
import io.errortracker.store.alert.AlertMemory;
import io.errortracker.store.alert.FiredAlert.Subject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an alert says about its issue, taken when it fires. */
final class Subjects {
    private static final int SPARK_HOURS = 24;
    private static final int MOST_FRAMES = 8;

    private Subjects() {}

    static Subject of(Issue issue, @Nullable ErrorEvent event, AlertMemory memory, Instant now) {
        return new Subject(
                issue.id(),
                issue.shortId(),
                issue.type(),
                issue.value(),
                issue.culprit(),
                event == null ? issue.transaction() : event.transaction(),
                event == null ? issue.level() : event.level(),
                event == null ? null : event.environment(),
                event == null ? issue.lastRelease() : event.release(),
                event == null ? null : event.id(),
                issue.events(),
                issue.users(),
                Arrays.stream(memory.hours(issue.id(), now, SPARK_HOURS))
                        .boxed()
                        .toList(),
                event == null ? List.of() : frames(event));
    }

    /** Of the deepest cause that has any. */
    private static List<String> frames(ErrorEvent event) {
        List<String> frames = List.of();
        for (ExceptionInfo exception : event.exceptions()) {
            Mechanism mechanism = exception.mechanism();
            boolean aside = mechanism != null && mechanism.isSuppressed();
            List<String> own = aside
                    ? List.of()
                    : exception.frames().stream()
                            .filter(StackFrame::inApp)
                            .limit(MOST_FRAMES)
                            .map(Subjects::line)
                            .toList();
            frames = own.isEmpty() ? frames : own;
        }
        return frames;
    }

    private static String line(StackFrame frame) {
        String function = frame.function() == null ? "?" : frame.function();
        String name = frame.module() == null ? function : frame.module() + "." + function;
        String file = frame.file();
        return file == null ? name : name + " (" + file + (frame.line() > 0 ? ":" + frame.line() : "") + ")";
    }
}
