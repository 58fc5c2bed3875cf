package io.errortracker.symbolicate;

import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.StackFrame;
import io.errortracker.symbolicate.FrameOrigins.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts original frames in the place of minified ones. */
final class FrameRewriting {
    private final Map<String, FrameOrigins> files;
    private final Map<String, String> reasons;

    /** @param reasons is told of frames that stay as they are */
    FrameRewriting(Map<String, FrameOrigins> files, Map<String, String> reasons) {
        this.files = files;
        this.reasons = reasons;
    }

    ExceptionInfo exception(ExceptionInfo exception) {
        List<StackFrame> frames = exception.frames();
        List<StackFrame> rewritten = new ArrayList<>(frames.size());
        for (int i = 0; i < frames.size(); i++) {
            StackFrame caller = i + 1 < frames.size() ? frames.get(i + 1) : null;
            rewritten.add(frame(frames.get(i), caller));
        }
        return exception.withFrames(rewritten);
    }

    private StackFrame frame(StackFrame frame, @Nullable StackFrame caller) {
        String file = Symbolicator.file(frame);
        FrameOrigins origins = file == null ? null : files.get(file);
        if (file == null || origins == null) {
            return frame;
        }
        Known origin = origins.at(place(frame));
        if (origin == null) {
            reasons.putIfAbsent(file, "its source map tells no original of " + frame.line() + ":" + frame.column());
            return frame;
        }
        String function = origin.function();
        return new StackFrame(
                frame.module(),
                function == null ? calledAs(frame, caller) : function,
                SourceNames.readable(origin.source()),
                origin.source(),
                origin.line(),
                origin.column(),
                !origin.ignored() && !SourceNames.isForeign(origin.source()),
                frame.variables(),
                origin.around());
    }

    /** What the caller calls it, where the map has a name there. */
    private @Nullable String calledAs(StackFrame frame, @Nullable StackFrame caller) {
        String file = caller == null ? null : Symbolicator.file(caller);
        FrameOrigins origins = file == null ? null : files.get(file);
        Known call = caller == null || origins == null ? null : origins.at(place(caller));
        boolean own = call != null && !SourceNames.isForeign(call.source());
        return call != null && own && call.name() != null ? call.name() : frame.function();
    }

    private static Place place(StackFrame frame) {
        return new Place(frame.line() - 1, frame.column() - 1);
    }
}
