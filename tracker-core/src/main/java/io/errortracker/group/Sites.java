package io.errortracker.group;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.StackFrame;
import org.jspecify.annotations.Nullable;

/** How an event's frames are named: by the rules of the language it comes from. */
enum Sites {
    JVM {
        @Override
        @Nullable
        Site of(StackFrame frame) {
            return JvmSites.of(frame.module(), frame.function());
        }
    },
    SCRIPT {
        @Override
        @Nullable
        Site of(StackFrame frame) {
            return ScriptSites.of(pathOf(frame), frame.function());
        }
    },
    OTHER {
        @Override
        @Nullable
        Site of(StackFrame frame) {
            String where = frame.module() != null ? frame.module() : frame.file();
            String function = frame.function();
            return where == null && function == null
                    ? null
                    : new Site(where == null ? "" : where, function == null ? Site.UNNAMED : function);
        }
    };

    /** The site of a frame; null for one that only passes a call on, or of which nothing is known. */
    abstract @Nullable Site of(StackFrame frame);

    static Sites of(ErrorEvent event) {
        return switch (event.platform()) {
            case "java" -> JVM;
            case "javascript", "node" -> SCRIPT;
            default -> OTHER;
        };
    }

    private static @Nullable String pathOf(StackFrame frame) {
        if (frame.absPath() != null) {
            return frame.absPath();
        }
        return frame.file() != null ? frame.file() : frame.module();
    }
}
