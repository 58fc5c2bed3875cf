package io.errortracker.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One exception of an event: what was thrown, or one of its causes or suppressed exceptions.
 *
 * @param module the package of the exception's class; null when it has none or is unknown
 * @param type the class without its package ({@code IllegalStateException}, {@code Outer$Inner}, {@code TypeError})
 * @param value the message; null when there was none
 * @param mechanism how it was captured; null when unknown
 * @param frames the stack trace, <em>the throwing frame first</em> as Java prints it (Sentry's JSON has it last)
 * @since 0.1.0
 */
public record ExceptionInfo(
        @Nullable String module,
        String type,
        @Nullable String value,
        @Nullable Mechanism mechanism,
        List<StackFrame> frames) {

    public ExceptionInfo {
        frames = List.copyOf(frames);
    }

    /** An exception from the binary name of its class. */
    public static ExceptionInfo ofClass(
            String className, @Nullable String value, @Nullable Mechanism mechanism, List<StackFrame> frames) {
        int dot = className.lastIndexOf('.');
        return dot < 0
                ? new ExceptionInfo(null, className, value, mechanism, frames)
                : new ExceptionInfo(
                        className.substring(0, dot), className.substring(dot + 1), value, mechanism, frames);
    }

    /** The class with its package. */
    public String qualifiedType() {
        return module == null ? type : module + "." + type;
    }

    public ExceptionInfo withFrames(List<StackFrame> newFrames) {
        return new ExceptionInfo(module, type, value, mechanism, newFrames);
    }

    public ExceptionInfo withValue(@Nullable String newValue) {
        return new ExceptionInfo(module, type, newValue, mechanism, frames);
    }
}
