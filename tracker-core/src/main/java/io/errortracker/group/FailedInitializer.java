package io.errortracker.group;

import io.errortracker.event.ExceptionInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class whose static initializer failed. The JVM throws what went wrong, with all its causes, to the first who needs the class; to
 * whoever needs it later it only tells what went wrong: {@code ExceptionInInitializerError: Exception java.lang.IllegalStateException:
 * no url [in thread "main"]}, with the frames of then and without causes; before Java 17 not even that.
 */
final class FailedInitializer {
    private static final String TOLD = "Exception ";
    private static final String TOLD_BY = " [in thread \"";
    private static final String NOT_AGAIN = "Could not initialize class ";

    private FailedInitializer() {}

    /** The links up to what both tell of: the initializer's own exception, under its own name. */
    static List<ExceptionInfo> cut(List<ExceptionInfo> links) {
        for (int at = 0; at < links.size(); at++) {
            ExceptionInfo link = links.get(at);
            if (link.type().equals("ExceptionInInitializerError")) {
                ExceptionInfo told = toldOf(link);
                List<ExceptionInfo> cut = links.subList(0, Math.min(at + (told == null ? 2 : 1), links.size()));
                return told == null ? cut : withLast(cut, told);
            }
        }
        return links;
    }

    /** The class that could not be initialized again, where nothing is known of the first time; else null. */
    static @Nullable String classOf(ExceptionInfo root) {
        String value = root.value();
        if (value == null || !value.startsWith(NOT_AGAIN) || !root.type().equals("NoClassDefFoundError")) {
            return null;
        }
        return value.substring(NOT_AGAIN.length()).strip();
    }

    private static @Nullable ExceptionInfo toldOf(ExceptionInfo error) {
        String value = error.value();
        int end = value == null ? -1 : value.lastIndexOf(TOLD_BY);
        if (value == null || end < TOLD.length() || !value.startsWith(TOLD)) {
            return null;
        }
        String told = value.substring(TOLD.length(), end);
        int colon = told.indexOf(':');
        String type = colon < 0 ? told : told.substring(0, colon);
        String message = colon < 0 ? null : told.substring(colon + 1).strip();
        return type.isEmpty() ? null : ExceptionInfo.ofClass(type, message, error.mechanism(), error.frames());
    }

    private static List<ExceptionInfo> withLast(List<ExceptionInfo> links, ExceptionInfo last) {
        List<ExceptionInfo> changed = new ArrayList<>(links);
        changed.set(changed.size() - 1, last);
        return changed;
    }
}
