package io.errortracker.group;

import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Mechanism;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What was thrown and its causes, without suppressed exceptions and their causes; of a static initializer's failure no more than is
 * told to everyone.
 *
 * @param links outermost first, at least one
 */
record CauseChain(List<ExceptionInfo> links) {

    /** The chain of an event's exceptions, of which there is at least one. One pass: a cause comes after its parent. */
    static CauseChain of(List<ExceptionInfo> exceptions) {
        List<ExceptionInfo> links = new ArrayList<>();
        links.add(exceptions.get(0));
        for (int at = 1; at < exceptions.size(); at++) {
            if (isCauseOf(exceptions.get(at), links.get(links.size() - 1))) {
                links.add(exceptions.get(at));
            }
        }
        return new CauseChain(List.copyOf(FailedInitializer.cut(links)));
    }

    private static boolean isCauseOf(ExceptionInfo exception, ExceptionInfo parent) {
        if (ComponentStack.is(exception)) {
            return false;
        }
        Mechanism mechanism = exception.mechanism();
        if (mechanism == null) {
            return true;
        }
        if (mechanism.isSuppressed()) {
            return false;
        }
        Mechanism above = parent.mechanism();
        if (above == null || above.exceptionId() < 0 || mechanism.parentId() < 0) {
            return true;
        }
        return above.exceptionId() == mechanism.parentId();
    }

    ExceptionInfo thrown() {
        return links.get(0);
    }

    /** The deepest cause. */
    ExceptionInfo root() {
        return links.get(links.size() - 1);
    }

    /** The exceptions from the deepest cause outwards. */
    List<ExceptionInfo> outward() {
        List<ExceptionInfo> reversed = new ArrayList<>(links);
        Collections.reverse(reversed);
        return reversed;
    }
}
