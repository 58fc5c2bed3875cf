package io.errortracker.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps both ends of a long stack trace and every string of a frame within its limit. One for each event. */
final class FrameLimit {
    private final Cuts cuts;
    private int framesWithVariables;

    FrameLimit(Cuts cuts) {
        this.cuts = cuts;
    }

    /** The same instance when nothing has to change. */
    ExceptionInfo limited(ExceptionInfo exception) {
        List<StackFrame> frames = contents(count(exception));
        return frames == exception.frames() ? exception : exception.withFrames(frames);
    }

    private List<StackFrame> count(ExceptionInfo exception) {
        List<StackFrame> frames = exception.frames();
        if (frames.size() <= EventLimits.MAX_FRAMES) {
            return frames;
        }
        List<StackFrame> kept = bothEnds(RepeatedFrames.collapsed(frames), EventLimits.MAX_FRAMES);
        cuts.cut("frames of " + exception.type(), frames.size(), kept.size());
        return kept;
    }

    static List<StackFrame> bothEnds(List<StackFrame> frames, int max) {
        if (frames.size() <= max) {
            return frames;
        }
        int head = max / 2;
        int tail = max - head - 1;
        List<StackFrame> ends = new ArrayList<>(max);
        ends.addAll(frames.subList(0, head));
        ends.add(EventLimits.framesCut(frames.size() - head - tail));
        ends.addAll(frames.subList(frames.size() - tail, frames.size()));
        return ends;
    }

    private List<StackFrame> contents(List<StackFrame> frames) {
        List<StackFrame> limited = null;
        for (int i = 0; i < frames.size(); i++) {
            StackFrame frame = frames.get(i);
            boolean keepVariables =
                    frame.variables().isEmpty() || framesWithVariables++ < EventLimits.MAX_FRAMES_WITH_VARIABLES;
            StackFrame within = limited(frame, keepVariables);
            if (within != frame && limited == null) {
                limited = new ArrayList<>(frames);
            }
            if (limited != null) {
                limited.set(i, within);
            }
        }
        return limited == null ? frames : limited;
    }

    private static StackFrame limited(StackFrame frame, boolean keepVariables) {
        Map<String, Object> variables =
                keepVariables ? ValueLimit.entries(frame.variables(), EventLimits.MAX_ENTRIES) : Map.of();
        if (variables == frame.variables() && hasShortTexts(frame)) {
            return frame;
        }
        return new StackFrame(
                TextLimit.cutNullable(frame.module(), EventLimits.MAX_STRING),
                TextLimit.cutNullable(frame.function(), EventLimits.MAX_STRING),
                TextLimit.cutNullable(frame.file(), EventLimits.MAX_STRING),
                TextLimit.cutNullable(frame.absPath(), EventLimits.MAX_STRING),
                frame.line(),
                frame.column(),
                frame.inApp(),
                variables,
                limited(frame.source()),
                frame.role());
    }

    private static boolean hasShortTexts(StackFrame frame) {
        return isShort(frame.module())
                && isShort(frame.function())
                && isShort(frame.file())
                && isShort(frame.absPath())
                && (frame.source() == null || isShort(frame.source()));
    }

    private static boolean isShort(@Nullable String text) {
        return TextLimit.fits(text, EventLimits.MAX_STRING);
    }

    private static boolean isShort(SourceContext source) {
        return isShort(source.line()) && areShort(source.before()) && areShort(source.after());
    }

    private static boolean areShort(List<String> lines) {
        return lines.size() <= EventLimits.MAX_SOURCE_LINES && lines.stream().allMatch(FrameLimit::isShort);
    }

    private static @Nullable SourceContext limited(@Nullable SourceContext source) {
        return source == null
                ? null
                : new SourceContext(
                        lines(source.before()),
                        TextLimit.cut(source.line(), EventLimits.MAX_STRING),
                        lines(source.after()));
    }

    private static List<String> lines(List<String> lines) {
        return lines.stream()
                .limit(EventLimits.MAX_SOURCE_LINES)
                .map(line -> TextLimit.cut(line, EventLimits.MAX_STRING))
                .toList();
    }
}
