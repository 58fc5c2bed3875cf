package io.errortracker.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One thing that went wrong, as values: no throwable, request or object of the host's is reachable from it. Its JSON is Sentry's
 * event JSON ({@code event.json}), so an event captured here and one received from a Sentry SDK are one thing.
 *
 * <p>Immutable and thread-safe. "JSON-like values" are strings, numbers, booleans, nulls, and lists and string-keyed maps of these.
 *
 * @param id 32 lower-case hex digits
 * @param timestamp when it happened
 * @param level how bad it is
 * @param platform {@code java}, {@code javascript}, {@code node}, ...
 * @param logger the logger it came through; null when none
 * @param environment {@code production}, ...; null when unknown
 * @param release the application's version; null when unknown
 * @param dist the build of that release; null when unknown
 * @param serverName the host it ran on; null when unknown
 * @param transaction the entry point in the application's own terms, such as {@code GET /orders/{id}}; null when unknown
 * @param message a message without an exception, or beside it; null when none
 * @param messageTemplate the message before its parameters were filled in; null when unknown
 * @param exceptions what was thrown first, then its causes and suppressed exceptions, outermost first (Sentry's JSON has them the
 *     other way round); empty for a message
 * @param user null when nobody is known
 * @param request null outside a request
 * @param breadcrumbs oldest first
 * @param tags indexed words: searchable, counted
 * @param extra anything else, as JSON-like values
 * @param contexts named groups of details: {@code runtime}, {@code os}, {@code browser}, {@code device}, {@code trace},
 *     {@code response}, {@code jta}, ...
 * @param modules libraries and their versions; empty unless sent
 * @param fingerprint what the sender wants it grouped by; empty for the default, {@code {{ default }}} stands for the default within
 *     it
 * @param sdk the name and version of what captured it, {@code name/version}; null when unknown
 * @param threadName the thread it happened on; null when unknown
 * @param debugIds which build each minified file of the stack traces is of: its URL or path, as frames name it, and its debug id
 * @since 0.1.0
 */
public record ErrorEvent(
        String id,
        Instant timestamp,
        Level level,
        String platform,
        @Nullable String logger,
        @Nullable String environment,
        @Nullable String release,
        @Nullable String dist,
        @Nullable String serverName,
        @Nullable String transaction,
        @Nullable String message,
        @Nullable String messageTemplate,
        List<ExceptionInfo> exceptions,
        @Nullable User user,
        @Nullable Request request,
        List<Breadcrumb> breadcrumbs,
        Map<String, String> tags,
        Map<String, Object> extra,
        Map<String, Map<String, Object>> contexts,
        Map<String, String> modules,
        List<String> fingerprint,
        @Nullable String sdk,
        @Nullable String threadName,
        Map<String, String> debugIds) {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

    public ErrorEvent {
        exceptions = List.copyOf(exceptions);
        breadcrumbs = List.copyOf(breadcrumbs);
        tags = Values.copyOf(tags);
        extra = Values.copyOf(extra);
        contexts = Values.copyOf(contexts);
        modules = Values.copyOf(modules);
        fingerprint = List.copyOf(fingerprint);
        debugIds = Values.copyOf(debugIds);
    }

    /** A new event id: 128 random bits as 32 lower-case hex digits. Not a secret. */
    public static String newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return id(random.nextLong(), random.nextLong());
    }

    /**
     * A new event id that begins with a time, as UUIDs of version 7 do: ids of events that follow each other lie together in an index, which
     * a database then need not write anew in all places for each of them.
     */
    public static String newId(Instant when) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long version = 0x7000L | random.nextLong() & 0xfffL;
        long variant = Long.MIN_VALUE | random.nextLong() >>> 2;
        return id(when.toEpochMilli() << 16 | version, variant);
    }

    private static String id(long high, long low) {
        byte[] digits = new byte[32];
        for (int i = 15; i >= 0; i--) {
            digits[i] = HEX[(int) (high >>> 4 * (15 - i) & 15)];
            digits[16 + i] = HEX[(int) (low >>> 4 * (15 - i) & 15)];
        }
        return new String(digits, StandardCharsets.ISO_8859_1);
    }

    /** A builder for an event of this id that happened at this time, with level error and platform {@code java}. */
    public static Builder builder(String id, Instant timestamp) {
        return new Builder(id, timestamp);
    }

    /** A builder that starts from this event. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** The exception that was thrown; null for a message. */
    public @Nullable ExceptionInfo thrown() {
        return exceptions.isEmpty() ? null : exceptions.get(0);
    }

    /** A detail of a context; null when the context or the detail is missing. */
    public @Nullable Object context(String name, String key) {
        Map<String, Object> context = contexts.get(name);
        return context == null ? null : context.get(key);
    }

    /** This event after a change made to a builder of it. */
    public ErrorEvent with(Consumer<Builder> change) {
        Builder builder = toBuilder();
        change.accept(builder);
        return builder.build();
    }

    /** Builds an {@link ErrorEvent}. Not thread-safe. Every setter replaces what was set before, but for those that name one key. */
    public static final class Builder {
        private final String id;
        private Instant timestamp;
        private Level level = Level.ERROR;
        private String platform = "java";
        private @Nullable String logger;
        private @Nullable String environment;
        private @Nullable String release;
        private @Nullable String dist;
        private @Nullable String serverName;
        private @Nullable String transaction;
        private @Nullable String message;
        private @Nullable String messageTemplate;
        private List<ExceptionInfo> exceptions = List.of();
        private @Nullable User user;
        private @Nullable Request request;
        private List<Breadcrumb> breadcrumbs = List.of();
        private Map<String, String> tags = new LinkedHashMap<>();
        private Map<String, Object> extra = new LinkedHashMap<>();
        private Map<String, Map<String, Object>> contexts = new LinkedHashMap<>();
        private Map<String, String> modules = Map.of();
        private List<String> fingerprint = List.of();
        private @Nullable String sdk;
        private @Nullable String threadName;
        private Map<String, String> debugIds = Map.of();

        private Builder(String id, Instant timestamp) {
            this.id = id;
            this.timestamp = timestamp;
        }

        private Builder(ErrorEvent event) {
            id = event.id;
            timestamp = event.timestamp;
            level = event.level;
            platform = event.platform;
            logger = event.logger;
            environment = event.environment;
            release = event.release;
            dist = event.dist;
            serverName = event.serverName;
            transaction = event.transaction;
            message = event.message;
            messageTemplate = event.messageTemplate;
            exceptions = event.exceptions;
            user = event.user;
            request = event.request;
            breadcrumbs = event.breadcrumbs;
            tags = new LinkedHashMap<>(event.tags);
            extra = new LinkedHashMap<>(event.extra);
            contexts = new LinkedHashMap<>(event.contexts);
            modules = event.modules;
            fingerprint = event.fingerprint;
            sdk = event.sdk;
            threadName = event.threadName;
            debugIds = event.debugIds;
        }

        public Builder timestamp(Instant value) {
            timestamp = value;
            return this;
        }

        public Builder level(Level value) {
            level = value;
            return this;
        }

        public Builder platform(String value) {
            platform = value;
            return this;
        }

        public Builder logger(@Nullable String value) {
            logger = value;
            return this;
        }

        public Builder environment(@Nullable String value) {
            environment = value;
            return this;
        }

        public Builder release(@Nullable String value) {
            release = value;
            return this;
        }

        public Builder dist(@Nullable String value) {
            dist = value;
            return this;
        }

        public Builder serverName(@Nullable String value) {
            serverName = value;
            return this;
        }

        public Builder transaction(@Nullable String value) {
            transaction = value;
            return this;
        }

        public Builder message(@Nullable String value) {
            message = value;
            return this;
        }

        public Builder messageTemplate(@Nullable String value) {
            messageTemplate = value;
            return this;
        }

        public Builder exceptions(List<ExceptionInfo> value) {
            exceptions = value;
            return this;
        }

        public Builder user(@Nullable User value) {
            user = value;
            return this;
        }

        public Builder request(@Nullable Request value) {
            request = value;
            return this;
        }

        public Builder breadcrumbs(List<Breadcrumb> value) {
            breadcrumbs = value;
            return this;
        }

        public Builder breadcrumb(Breadcrumb value) {
            List<Breadcrumb> more = new ArrayList<>(breadcrumbs);
            more.add(value);
            breadcrumbs = more;
            return this;
        }

        public Builder tags(Map<String, String> value) {
            tags = new LinkedHashMap<>(value);
            return this;
        }

        public Builder tag(String key, String value) {
            tags.put(key, value);
            return this;
        }

        public Builder extra(Map<String, Object> value) {
            extra = new LinkedHashMap<>(value);
            return this;
        }

        public Builder extra(String key, @Nullable Object value) {
            extra.put(key, value);
            return this;
        }

        public Builder contexts(Map<String, Map<String, Object>> value) {
            contexts = new LinkedHashMap<>(value);
            return this;
        }

        public Builder context(String name, Map<String, Object> value) {
            contexts.put(name, Values.copyOf(value));
            return this;
        }

        public Builder modules(Map<String, String> value) {
            modules = value;
            return this;
        }

        public Builder fingerprint(List<String> value) {
            fingerprint = value;
            return this;
        }

        public Builder sdk(@Nullable String value) {
            sdk = value;
            return this;
        }

        public Builder threadName(@Nullable String value) {
            threadName = value;
            return this;
        }

        public Builder debugIds(Map<String, String> value) {
            debugIds = value;
            return this;
        }

        public ErrorEvent build() {
            return new ErrorEvent(
                    id,
                    timestamp,
                    level,
                    platform,
                    logger,
                    environment,
                    release,
                    dist,
                    serverName,
                    transaction,
                    message,
                    messageTemplate,
                    exceptions,
                    user,
                    request,
                    breadcrumbs,
                    tags,
                    extra,
                    contexts,
                    modules,
                    fingerprint,
                    sdk,
                    threadName,
                    debugIds);
        }
    }
}
