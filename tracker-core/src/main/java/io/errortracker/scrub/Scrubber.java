package io.errortracker.scrub;

import io.errortracker.event.Breadcrumb;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Mechanism;
import io.errortracker.event.Request;
import io.errortracker.event.SourceContext;
import io.errortracker.event.Span;
import io.errortracker.event.StackFrame;
import io.errortracker.event.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Removes secrets and personal data from an event: by the names of things, by what they look like, and by a list of the headers that
 * may be kept. Exception messages are scrubbed as everything else; the id, name and e-mail address of the user, which the application
 * set itself, are not. A word in brackets stands where something was, such as {@code [scrubbed]} or {@code [email]}.
 *
 * <p>Scrubbing takes time linear in the size of the event, and scrubbing again changes nothing. What cannot be scrubbed is left out:
 * {@code [could not be scrubbed]} stands in its place. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class Scrubber implements UnaryOperator<ErrorEvent> {
    private final Profiles texts;
    private final KeyRules keys;
    private final ValueRules values;
    private final Headers headers;
    private final boolean keepAddresses;

    /** @throws IllegalArgumentException naming the key or pattern that cannot be used, and why */
    public Scrubber(ScrubRules rules) {
        this(new KeyRules(rules.extraKeys(), rules.keepKeys()), rules.extraPatterns(), rules.sendDefaultPii());
    }

    private Scrubber(KeyRules keys, List<String> extraPatterns, boolean keepAddresses) {
        this(keys, Profiles.of(keys, extraPatterns, keepAddresses), keepAddresses);
    }

    Scrubber(KeyRules keys, Profiles texts, boolean keepAddresses) {
        this.keys = keys;
        this.texts = texts;
        this.keepAddresses = keepAddresses;
        values = new ValueRules(keys, texts, keepAddresses);
        headers = new Headers(texts);
    }

    /** The event without secrets. A part that cannot be scrubbed is left out, and only that part. */
    @Override
    public ErrorEvent apply(ErrorEvent event) {
        return event.with(parts -> {
            texts(event, parts);
            settings(event, parts);
            parts.exceptions(each(event.exceptions(), this::exception));
            parts.user(part(() -> user(event.user())));
            parts.request(part(() -> request(event.request())));
            parts.breadcrumbs(each(event.breadcrumbs(), this::breadcrumb));
            parts.tags(entries(() -> values.words(event.tags())));
            parts.extra(entries(() -> values.entries(event.extra())));
            parts.contexts(entries(() -> contexts(event.contexts())));
            parts.modules(entries(() -> settings(event.modules())));
            parts.debugIds(entries(() -> debugIds(event.debugIds())));
            parts.fingerprint(each(event.fingerprint(), texts.prose()::scrub));
        });
    }

    /** The span without secrets. */
    public Span span(Span span) {
        return new Span(
                span.traceId(),
                span.spanId(),
                span.parentId(),
                span.segment(),
                prose(span.op()),
                texts.address().scrub(texts.prose().scrub(span.name())),
                prose(span.status()),
                span.httpStatus(),
                span.start(),
                span.micros(),
                texts.setting().scrub(span.platform()),
                setting(span.release()),
                setting(span.environment()));
    }

    private static <T> @Nullable T part(Supplier<? extends @Nullable T> scrubbed) {
        try {
            return scrubbed.get();
        } catch (RuntimeException | StackOverflowError failed) {
            return null;
        }
    }

    private static <V> Map<String, V> entries(Supplier<Map<String, V>> scrubbed) {
        Map<String, V> entries = part(scrubbed);
        return entries == null ? Map.of() : entries;
    }

    private void texts(ErrorEvent event, ErrorEvent.Builder parts) {
        parts.logger(prose(event.logger()));
        parts.threadName(prose(event.threadName()));
        parts.message(prose(event.message()));
        parts.messageTemplate(prose(event.messageTemplate()));
        parts.transaction(address(event.transaction()));
    }

    private void settings(ErrorEvent event, ErrorEvent.Builder parts) {
        parts.platform(texts.setting().scrub(event.platform()));
        parts.serverName(setting(event.serverName()));
        parts.environment(setting(event.environment()));
        parts.release(setting(event.release()));
        parts.dist(setting(event.dist()));
        parts.sdk(setting(event.sdk()));
    }

    private Map<String, String> settings(Map<String, String> settings) {
        Map<String, String> scrubbed = new LinkedHashMap<>();
        settings.forEach((name, value) ->
                scrubbed.put(texts.setting().scrub(name), texts.setting().scrub(value)));
        return scrubbed;
    }

    /** Files are named as frames name them, so that one finds the other. */
    private Map<String, String> debugIds(Map<String, String> ids) {
        Map<String, String> scrubbed = new LinkedHashMap<>();
        ids.forEach((file, id) ->
                scrubbed.put(texts.address().scrub(file), texts.setting().scrub(id)));
        return scrubbed;
    }

    private @Nullable String prose(@Nullable String text) {
        return text == null ? null : texts.prose().scrub(text);
    }

    private @Nullable String address(@Nullable String text) {
        return text == null ? null : texts.address().scrub(text);
    }

    private @Nullable String setting(@Nullable String text) {
        return text == null ? null : texts.setting().scrub(text);
    }

    private ExceptionInfo exception(ExceptionInfo exception) {
        return new ExceptionInfo(
                prose(exception.module()),
                texts.prose().scrub(exception.type()),
                prose(exception.value()),
                mechanism(exception.mechanism()),
                each(exception.frames(), this::frame));
    }

    private @Nullable Mechanism mechanism(@Nullable Mechanism mechanism) {
        return mechanism == null
                ? null
                : new Mechanism(
                        texts.prose().scrub(mechanism.type()),
                        mechanism.handled(),
                        setting(mechanism.source()),
                        mechanism.exceptionId(),
                        mechanism.parentId(),
                        values.entries(mechanism.data()));
    }

    private StackFrame frame(StackFrame frame) {
        return new StackFrame(
                setting(frame.module()),
                setting(frame.function()),
                address(frame.file()),
                address(frame.absPath()),
                frame.line(),
                frame.column(),
                frame.inApp(),
                values.entries(frame.variables()),
                source(frame.source()),
                frame.role());
    }

    private @Nullable SourceContext source(@Nullable SourceContext source) {
        return source == null
                ? null
                : new SourceContext(
                        each(source.before(), texts.code()::scrub),
                        texts.code().scrub(source.line()),
                        each(source.after(), texts.code()::scrub));
    }

    private @Nullable User user(@Nullable User user) {
        return user == null
                ? null
                : new User(
                        identity(user.id()),
                        identity(user.username()),
                        identity(user.email()),
                        keepAddresses ? user.ipAddress() : null,
                        values.entries(user.data()));
    }

    /** Who somebody is may be told, but no secret that stands in its place, and no address of the network. */
    private @Nullable String identity(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return SecretWords.isOne(text, keys) ? Words.SCRUBBED : texts.identity().scrub(text);
    }

    private @Nullable Request request(@Nullable Request request) {
        if (request == null) {
            return null;
        }
        String query = request.queryString();
        return new Request(
                prose(request.method()),
                address(request.url()),
                query == null ? null : texts.queries().scrub(query),
                headers.scrub(request.headers()));
    }

    private Breadcrumb breadcrumb(Breadcrumb breadcrumb) {
        return new Breadcrumb(
                breadcrumb.timestamp(),
                texts.prose().scrub(breadcrumb.type()),
                prose(breadcrumb.category()),
                prose(breadcrumb.message()),
                breadcrumb.level(),
                values.entries(breadcrumb.data()));
    }

    private Map<String, Map<String, Object>> contexts(Map<String, Map<String, Object>> contexts) {
        Map<String, Map<String, Object>> scrubbed = new LinkedHashMap<>();
        contexts.forEach((name, context) -> scrubbed.put(texts.prose().scrub(name), context(name, context)));
        return scrubbed;
    }

    private Map<String, Object> context(String name, Map<String, Object> context) {
        return values.isSecret(name) ? values.secretEntries(context) : values.entries(context);
    }

    private static <T> List<T> each(List<T> parts, UnaryOperator<T> scrub) {
        List<T> scrubbed = new ArrayList<>(parts.size());
        for (T part : parts) {
            T kept = part(() -> scrub.apply(part));
            if (kept != null) {
                scrubbed.add(kept);
            }
        }
        return scrubbed;
    }
}
