package io.errortracker.ingest;

import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.StackFrame;
import java.util.List;

/** Frames of scripts, which have the whole address as the name of their file: short names for people, the address beside it. */
final class ScriptFrames {
    private ScriptFrames() {}

    static List<ExceptionInfo> tidy(List<ExceptionInfo> exceptions) {
        return exceptions.stream()
                .map(exception -> exception.withFrames(
                        exception.frames().stream().map(ScriptFrames::tidy).toList()))
                .toList();
    }

    private static StackFrame tidy(StackFrame frame) {
        String file = frame.file();
        if (file == null || file.startsWith("<") || (file.indexOf('/') < 0 && file.indexOf('\\') < 0)) {
            return frame;
        }
        String path = frame.absPath() == null ? file : frame.absPath();
        return frame.at(frame.function(), shortName(file), path, frame.line(), frame.column(), frame.source());
    }

    /** {@code main.js} of {@code https://shop.example/assets/main.js?v=3}; the page itself of a script within it. */
    private static String shortName(String address) {
        int end = end(address);
        int start = Math.max(address.lastIndexOf('/', end - 1), address.lastIndexOf('\\', end - 1)) + 1;
        return start >= end ? "(page)" : address.substring(start, end);
    }

    private static int end(String address) {
        int query = address.indexOf('?');
        int fragment = address.indexOf('#');
        int end = query < 0 ? address.length() : query;
        return fragment >= 0 && fragment < end ? fragment : end;
    }
}
