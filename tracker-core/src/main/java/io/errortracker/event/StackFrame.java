package io.errortracker.event;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One frame of a stack trace.
 *
 * @param module the declaring class with its package (Java), or the module name (JavaScript); null when unknown
 * @param function the method or function; null when unknown
 * @param file the file's short name ({@code Cart.java}, {@code cart.ts}); null when unknown
 * @param absPath the file's whole path or URL as the platform tells it; null when unknown
 * @param line the line, from 1; 0 when unknown
 * @param column the column, from 1; 0 when unknown
 * @param inApp whether the frame is code of the application itself
 * @param variables argument values or local variables by name, already rendered to JSON-like values; never null
 * @param source the lines around {@code line}; null when unknown
 * @param role what part the method has in raising the exception; null when nobody looked, or it cannot be told
 * @since 0.1.0
 */
public record StackFrame(
        @Nullable String module,
        @Nullable String function,
        @Nullable String file,
        @Nullable String absPath,
        int line,
        int column,
        boolean inApp,
        Map<String, Object> variables,
        @Nullable SourceContext source,
        @Nullable FrameRole role) {

    public StackFrame {
        variables = Values.copyOf(variables);
    }

    /** A frame whose method nobody looked at. */
    public StackFrame(
            @Nullable String module,
            @Nullable String function,
            @Nullable String file,
            @Nullable String absPath,
            int line,
            int column,
            boolean inApp,
            Map<String, Object> variables,
            @Nullable SourceContext source) {
        this(module, function, file, absPath, line, column, inApp, variables, source, null);
    }

    /** A frame as the JVM tells it. */
    public static StackFrame java(String module, String function, @Nullable String file, int line, boolean inApp) {
        return new StackFrame(module, function, file, null, Math.max(line, 0), 0, inApp, Map.of(), null);
    }

    public StackFrame withVariables(Map<String, Object> newVariables) {
        return new StackFrame(module, function, file, absPath, line, column, inApp, newVariables, source, role);
    }

    public StackFrame withRole(@Nullable FrameRole newRole) {
        return new StackFrame(module, function, file, absPath, line, column, inApp, variables, source, newRole);
    }

    /** The same frame at another place in the source: what symbolication makes of a minified frame. */
    public StackFrame at(
            @Nullable String newFunction,
            @Nullable String newFile,
            @Nullable String newAbsPath,
            int newLine,
            int newColumn,
            @Nullable SourceContext newSource) {
        return new StackFrame(
                module, newFunction, newFile, newAbsPath, newLine, newColumn, inApp, variables, newSource, role);
    }
}
