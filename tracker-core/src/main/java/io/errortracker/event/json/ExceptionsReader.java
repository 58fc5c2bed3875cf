package io.errortracker.event.json;

import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Mechanism;
import io.errortracker.event.SourceContext;
import io.errortracker.event.StackFrame;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an event's exceptions, which Sentry has in the opposite order: innermost first, throwing frame last. */
final class ExceptionsReader {
    private ExceptionsReader() {}

    static List<ExceptionInfo> read(Fields event) {
        List<ExceptionInfo> exceptions = new ArrayList<>();
        for (JsonValue value : event.list("exception")) {
            Fields exception = Fields.of(value);
            if (exception != null && !isOnlyTheStackOfAMessage(event, exception)) {
                exceptions.add(exception(exception));
            }
        }
        Collections.reverse(exceptions);
        return thrownFirst(exceptions);
    }

    /** Since version 11 the JavaScript SDKs send a message's own stack as an exception without a type. */
    private static boolean isOnlyTheStackOfAMessage(Fields event, Fields exception) {
        Fields mechanism = exception.object("mechanism");
        boolean synthetic = mechanism != null && Boolean.TRUE.equals(mechanism.bool("synthetic"));
        return synthetic && exception.word("type") == null && (event.has("message") || event.has("logentry"));
    }

    /** The thrown exception says so itself by its number; most SDKs also have it last. */
    private static List<ExceptionInfo> thrownFirst(List<ExceptionInfo> exceptions) {
        for (int i = 1; i < exceptions.size(); i++) {
            if (numberOf(exceptions.get(i)) == 0 && numberOf(exceptions.get(0)) != 0) {
                exceptions.add(0, exceptions.remove(i));
            }
        }
        return exceptions;
    }

    private static int numberOf(ExceptionInfo exception) {
        Mechanism mechanism = exception.mechanism();
        return mechanism == null ? -1 : mechanism.exceptionId();
    }

    private static ExceptionInfo exception(Fields exception) {
        String type = exception.word("type");
        return new ExceptionInfo(
                exception.word("module"),
                type == null ? "Error" : type,
                exception.text("value"),
                mechanism(exception.object("mechanism")),
                frames(exception.object("stacktrace")));
    }

    private static @Nullable Mechanism mechanism(@Nullable Fields mechanism) {
        if (mechanism == null) {
            return null;
        }
        String type = mechanism.word("type");
        return new Mechanism(
                type == null ? "generic" : type,
                mechanism.bool("handled"),
                mechanism.word("source"),
                mechanism.count("exception_id", -1),
                mechanism.count("parent_id", -1),
                mechanism.values("data"));
    }

    private static List<StackFrame> frames(@Nullable Fields stacktrace) {
        List<StackFrame> frames = new ArrayList<>();
        if (stacktrace != null) {
            for (JsonValue value : stacktrace.list("frames")) {
                Fields frame = Fields.of(value);
                if (frame != null) {
                    frames.add(frame(frame));
                }
            }
        }
        Collections.reverse(frames);
        return frames;
    }

    private static StackFrame frame(Fields frame) {
        return new StackFrame(
                frame.word("module"),
                frame.word("function"),
                frame.word("filename"),
                frame.word("abs_path"),
                frame.count("lineno", 0),
                frame.count("colno", 0),
                Boolean.TRUE.equals(frame.bool("in_app")),
                frame.values("vars"),
                source(frame),
                FrameRoles.of(frame.word(FrameRoles.KEY)));
    }

    private static @Nullable SourceContext source(Fields frame) {
        String line = frame.text("context_line");
        return line == null ? null : new SourceContext(frame.texts("pre_context"), line, frame.texts("post_context"));
    }
}
