package io.errortracker.group;

import io.errortracker.event.ExceptionInfo;

/** Names of exception classes without what a compiler, a build or a browser adds. */
final class TypeNames {
    private static final int MINIFIED = 2;

    private TypeNames() {}

    static String neutral(ExceptionInfo exception, Sites sites) {
        if (sites == Sites.JVM) {
            Site site = JvmSites.of(exception.qualifiedType(), "<init>");
            return site == null ? exception.qualifiedType() : site.type();
        }
        if (Recursion.isEndless(exception)) {
            return "endless recursion";
        }
        return exception.type().length() <= MINIFIED ? "Error" : exception.type();
    }
}
