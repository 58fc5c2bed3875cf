package io.errortracker.api;

import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Mechanism;
import io.errortracker.event.SourceContext;
import io.errortracker.event.StackFrame;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Exceptions and frames in the words of Sentry's web API: the innermost cause first, the throwing frame last. */
final class FrameJson {
    private final Json json;

    FrameJson(Json json) {
        this.json = json;
    }

    JsonObject exceptions(List<ExceptionInfo> outermostFirst) {
        return json.object()
                .put("values", json.array(reversed(outermostFirst), this::exception))
                .put("hasSystemFrames", outermostFirst.stream().anyMatch(FrameJson::hasSystemFrames))
                .putNull("excOmitted")
                .build();
    }

    private JsonObject exception(ExceptionInfo exception) {
        return json.object()
                .put("type", exception.type())
                .put("value", exception.value())
                .put("module", exception.module())
                .put("mechanism", mechanism(exception.mechanism()))
                .putNull("threadId", "rawStacktrace")
                .put("stacktrace", stacktrace(exception))
                .build();
    }

    private JsonValue mechanism(@Nullable Mechanism mechanism) {
        if (mechanism == null) {
            return JsonValue.NULL;
        }
        Json.Fields fields = json.object()
                .put("type", mechanism.type())
                .put("handled", json.value(mechanism.handled()))
                .put("source", mechanism.source())
                .put("data", json.value(mechanism.data()));
        putKnown(fields, "exception_id", mechanism.exceptionId());
        putKnown(fields, "parent_id", mechanism.parentId());
        return fields.build();
    }

    private static void putKnown(Json.Fields fields, String name, int number) {
        if (number >= 0) {
            fields.put(name, number);
        }
    }

    private JsonValue stacktrace(ExceptionInfo exception) {
        if (exception.frames().isEmpty()) {
            return JsonValue.NULL;
        }
        return json.object()
                .put("frames", json.array(reversed(exception.frames()), this::frame))
                .put("hasSystemFrames", hasSystemFrames(exception))
                .putNull("framesOmitted", "registers")
                .build();
    }

    private JsonObject frame(StackFrame frame) {
        return json.object()
                .put("filename", frame.file())
                .put("absPath", frame.absPath())
                .put("module", frame.module())
                .put("function", frame.function())
                .put("lineNo", known(frame.line()))
                .put("colNo", known(frame.column()))
                .put("inApp", frame.inApp())
                .put("context", context(frame))
                .put("vars", frame.variables().isEmpty() ? JsonValue.NULL : json.value(frame.variables()))
                .putNull(
                        "package",
                        "platform",
                        "rawFunction",
                        "symbol",
                        "symbolAddr",
                        "instructionAddr",
                        "trust",
                        "errors")
                .build();
    }

    /** Pairs of a line's number and its text. */
    private JsonArrayBuilder context(StackFrame frame) {
        JsonArrayBuilder lines = json.array();
        SourceContext source = frame.source();
        if (source != null) {
            int number = frame.line() - source.before().size();
            List<String> all = new ArrayList<>(source.before());
            all.add(source.line());
            all.addAll(source.after());
            for (String line : all) {
                lines.add(json.array().add(number++).add(line));
            }
        }
        return lines;
    }

    private JsonValue known(int number) {
        return number > 0 ? json.number(number) : JsonValue.NULL;
    }

    private static boolean hasSystemFrames(ExceptionInfo exception) {
        boolean some = exception.frames().stream().anyMatch(StackFrame::inApp);
        return some && !exception.frames().stream().allMatch(StackFrame::inApp);
    }

    private static <T> List<T> reversed(List<T> items) {
        List<T> reversed = new ArrayList<>(items);
        Collections.reverse(reversed);
        return reversed;
    }
}
