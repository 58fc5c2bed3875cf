package io.errortracker.group;

import io.errortracker.event.ExceptionInfo;

/**
 * What React's error boundaries tell beside the error they caught: the components around it, dressed up as a cause. It is none: which
 * components stand around a failing one changes with every page.
 */
final class ComponentStack {
    private static final String PREFIX = "React ErrorBoundary ";

    private ComponentStack() {}

    static boolean is(ExceptionInfo exception) {
        return exception.type().startsWith(PREFIX);
    }
}
