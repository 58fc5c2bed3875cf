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

    /**
     * The classes that the exception's class extends, nearest first, as binary names; {@link Throwable} is left out. Empty when they are
     * unknown, as for what was not thrown in a JVM. They travel in the mechanism's data, under {@link Mechanism#ANCESTRY}.
     */
    public List<String> ancestry() {
        Object told = mechanism == null ? null : mechanism.data().get(Mechanism.ANCESTRY);
        return told instanceof List<?> names
                ? names.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    /** Whether the exception is of this class or of one that extends it. @param className with or without its package */
    public boolean isA(String className) {
        return className.equals(type)
                || className.equals(qualifiedType())
                || ancestry().stream()
                        .anyMatch(ancestor -> ancestor.equals(className) || ancestor.endsWith("." + className));
    }

    public ExceptionInfo withFrames(List<StackFrame> newFrames) {
        return new ExceptionInfo(module, type, value, mechanism, newFrames);
    }

    public ExceptionInfo withValue(@Nullable String newValue) {
        return new ExceptionInfo(module, type, newValue, mechanism, frames);
    }
}
