package io.errortracker.event;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much text an event holds, as the characters of it and a few for every name and bracket around it. Never too little for ASCII. */
final class EventSize {
    private static final int FRAME = 80;
    private static final int ENTRY = 8;

    private long characters;

    private EventSize() {}

    static long of(ErrorEvent event) {
        EventSize size = new EventSize();
        size.add(event);
        return size.characters;
    }

    static long of(Map<String, ?> entries) {
        EventSize size = new EventSize();
        size.map(entries);
        return size.characters;
    }

    static long of(String key, @Nullable Object value) {
        EventSize size = new EventSize();
        size.text(key);
        size.value(value);
        return size.characters;
    }

    private void add(ErrorEvent event) {
        text(event.logger());
        text(event.environment());
        text(event.release());
        text(event.dist());
        text(event.serverName());
        text(event.transaction());
        text(event.message());
        text(event.messageTemplate());
        text(event.threadName());
        event.exceptions().forEach(this::exception);
        event.breadcrumbs().forEach(this::breadcrumb);
        user(event.user());
        request(event.request());
        map(event.tags());
        map(event.extra());
        map(event.contexts());
        map(event.modules());
        map(event.debugIds());
        event.fingerprint().forEach(this::text);
    }

    private void exception(ExceptionInfo exception) {
        text(exception.module());
        text(exception.type());
        text(exception.value());
        if (exception.mechanism() != null) {
            map(exception.mechanism().data());
        }
        exception.frames().forEach(this::frame);
    }

    private void frame(StackFrame frame) {
        characters += FRAME;
        text(frame.module());
        text(frame.function());
        text(frame.file());
        text(frame.absPath());
        map(frame.variables());
        SourceContext source = frame.source();
        if (source != null) {
            source.before().forEach(this::text);
            text(source.line());
            source.after().forEach(this::text);
        }
    }

    private void breadcrumb(Breadcrumb breadcrumb) {
        characters += FRAME;
        text(breadcrumb.type());
        text(breadcrumb.category());
        text(breadcrumb.message());
        map(breadcrumb.data());
    }

    private void user(@Nullable User user) {
        if (user != null) {
            text(user.id());
            text(user.username());
            text(user.email());
            text(user.ipAddress());
            map(user.data());
        }
    }

    private void request(@Nullable Request request) {
        if (request != null) {
            text(request.url());
            text(request.queryString());
            map(request.headers());
        }
    }

    private void map(Map<String, ?> map) {
        for (Map.Entry<String, ?> entry : map.entrySet()) {
            text(entry.getKey());
            value(entry.getValue());
        }
    }

    private void value(@Nullable Object value) {
        characters += ENTRY;
        if (value instanceof String text) {
            text(text);
        } else if (value instanceof List<?> list) {
            list.forEach(this::value);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                value(key);
                value(inner);
            });
        } else {
            characters += ENTRY;
        }
    }

    private void text(@Nullable String text) {
        if (text != null) {
            characters += ENTRY + text.length();
        }
    }
}
