package io.errortracker.event.json;

import io.errortracker.event.Breadcrumb;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Mechanism;
import io.errortracker.event.Request;
import io.errortracker.event.SourceContext;
import io.errortracker.event.StackFrame;
import io.errortracker.event.User;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one event in the order in which people read it. */
final class EventWriter {
    private final JsonGenerator json;
    private final ValueWriter values;

    EventWriter(JsonGenerator json) {
        this.json = json;
        this.values = new ValueWriter(json);
    }

    void write(ErrorEvent event) {
        json.writeStartObject();
        json.write("event_id", event.id());
        json.write("timestamp", event.timestamp().toString());
        json.write("level", event.level().label());
        json.write("platform", event.platform());
        origin(event);
        message(event);
        exceptions(event.exceptions());
        thread(event.threadName());
        user(event.user());
        request(event.request());
        breadcrumbs(event.breadcrumbs());
        values.object("tags", event.tags());
        values.object("extra", event.extra());
        values.object("contexts", event.contexts());
        values.object("modules", event.modules());
        values.list("fingerprint", event.fingerprint());
        sdk(event.sdk());
        DebugIds.write(event.debugIds(), json);
        json.writeEnd();
    }

    private void origin(ErrorEvent event) {
        values.text("logger", event.logger());
        values.text("environment", event.environment());
        values.text("release", event.release());
        values.text("dist", event.dist());
        values.text("server_name", event.serverName());
        values.text("transaction", event.transaction());
    }

    private void message(ErrorEvent event) {
        if (event.message() != null || event.messageTemplate() != null) {
            json.writeStartObject("logentry");
            values.text("formatted", event.message());
            values.text("message", event.messageTemplate());
            json.writeEnd();
        }
    }

    /** Sentry has the innermost cause first. */
    private void exceptions(List<ExceptionInfo> exceptions) {
        if (exceptions.isEmpty()) {
            return;
        }
        json.writeStartObject("exception").writeStartArray("values");
        for (int i = exceptions.size() - 1; i >= 0; i--) {
            exception(exceptions.get(i));
        }
        json.writeEnd().writeEnd();
    }

    private void exception(ExceptionInfo exception) {
        json.writeStartObject();
        json.write("type", exception.type());
        values.text("value", exception.value());
        values.text("module", exception.module());
        mechanism(exception.mechanism());
        frames(exception.frames());
        json.writeEnd();
    }

    private void mechanism(@Nullable Mechanism mechanism) {
        if (mechanism == null) {
            return;
        }
        json.writeStartObject("mechanism");
        json.write("type", mechanism.type());
        if (mechanism.handled() != null) {
            json.write("handled", mechanism.handled());
        }
        values.text("source", mechanism.source());
        values.number("exception_id", mechanism.exceptionId(), 0);
        values.number("parent_id", mechanism.parentId(), 0);
        values.object("data", mechanism.data());
        json.writeEnd();
    }

    /** Sentry has the throwing frame last. */
    private void frames(List<StackFrame> frames) {
        if (frames.isEmpty()) {
            return;
        }
        json.writeStartObject("stacktrace").writeStartArray("frames");
        for (int i = frames.size() - 1; i >= 0; i--) {
            frame(frames.get(i));
        }
        json.writeEnd().writeEnd();
    }

    private void frame(StackFrame frame) {
        json.writeStartObject();
        values.text("module", frame.module());
        values.text("function", frame.function());
        values.text("filename", frame.file());
        values.text("abs_path", frame.absPath());
        values.number("lineno", frame.line(), 1);
        values.number("colno", frame.column(), 1);
        json.write("in_app", frame.inApp());
        values.object("vars", frame.variables());
        if (frame.role() != null) {
            json.write(FrameRoles.KEY, FrameRoles.word(frame.role()));
        }
        source(frame.source());
        json.writeEnd();
    }

    private void source(@Nullable SourceContext source) {
        if (source != null) {
            values.list("pre_context", source.before());
            json.write("context_line", source.line());
            values.list("post_context", source.after());
        }
    }

    private void thread(@Nullable String name) {
        if (name != null) {
            json.writeStartObject("threads").writeStartArray("values").writeStartObject();
            json.write("name", name);
            json.write("crashed", true);
            json.writeEnd().writeEnd().writeEnd();
        }
    }

    private void user(@Nullable User user) {
        if (user != null) {
            json.writeStartObject("user");
            values.text("id", user.id());
            values.text("username", user.username());
            values.text("email", user.email());
            values.text("ip_address", user.ipAddress());
            values.object("data", user.data());
            json.writeEnd();
        }
    }

    private void request(@Nullable Request request) {
        if (request != null) {
            json.writeStartObject("request");
            values.text("method", request.method());
            values.text("url", request.url());
            values.text("query_string", request.queryString());
            values.object("headers", request.headers());
            json.writeEnd();
        }
    }

    private void breadcrumbs(List<Breadcrumb> breadcrumbs) {
        if (breadcrumbs.isEmpty()) {
            return;
        }
        json.writeStartArray("breadcrumbs");
        breadcrumbs.forEach(this::breadcrumb);
        json.writeEnd();
    }

    private void breadcrumb(Breadcrumb breadcrumb) {
        json.writeStartObject();
        if (breadcrumb.timestamp() != null) {
            json.write("timestamp", breadcrumb.timestamp().toString());
        }
        json.write("type", breadcrumb.type());
        values.text("category", breadcrumb.category());
        values.text("message", breadcrumb.message());
        json.write("level", breadcrumb.level().label());
        values.object("data", breadcrumb.data());
        json.writeEnd();
    }

    /** {@code name/version}; names may hold slashes of their own. */
    private void sdk(@Nullable String sdk) {
        if (sdk != null) {
            int slash = sdk.lastIndexOf('/');
            values.object(
                    "sdk",
                    slash < 0
                            ? Map.of("name", sdk)
                            : Map.of("name", sdk.substring(0, slash), "version", sdk.substring(slash + 1)));
        }
    }
}
