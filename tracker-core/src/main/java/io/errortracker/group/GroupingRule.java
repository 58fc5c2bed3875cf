package io.errortracker.group;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.StackFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule.
 *
 * @param number from 1
 * @param conditions at least one; all must hold
 * @param parts of the fingerprint, at least one
 * @param title what heads the issue; null for the usual headline
 */
record GroupingRule(
        int number,
        List<Condition> conditions,
        List<PartTemplate> parts,
        @Nullable PartTemplate title) {

    boolean fits(ErrorEvent event) {
        boolean framesMatter = false;
        for (Condition condition : conditions) {
            if (condition.field().isOfAFrame()) {
                framesMatter = true;
            } else if (!condition.holdsFor(event)) {
                return false;
            }
        }
        return !framesMatter || anyFrameFits(event);
    }

    private boolean anyFrameFits(ErrorEvent event) {
        for (ExceptionInfo exception : event.exceptions()) {
            for (StackFrame frame : exception.frames()) {
                if (fits(frame)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean fits(StackFrame frame) {
        for (Condition condition : conditions) {
            if (condition.field().isOfAFrame() && !condition.holdsFor(frame)) {
                return false;
            }
        }
        return true;
    }
}
