package io.errortracker.event.json;

import io.errortracker.event.Breadcrumb;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.Level;
import io.errortracker.event.Request;
import io.errortracker.event.User;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Reads one event as Sentry's SDKs of many languages and versions write it. */
final class EventReader {
    private static final Set<String> OWN_FIELDS_OF_USER = Set.of("id", "username", "email", "ip_address", "data");

    private final Instant received;
    private final @Nullable String otherwise;

    /** @param otherwise the id of an event that does not tell its own; null for a new one */
    EventReader(Instant received, @Nullable String otherwise) {
        this.received = received;
        this.otherwise = otherwise;
    }

    ErrorEvent read(JsonObject json) {
        Fields event = new Fields(json);
        ErrorEvent.Builder builder = ErrorEvent.builder(id(event), time(event));
        builder.level(level(event, Level.ERROR)).platform(orElse(event.word("platform"), "other"));
        builder.logger(event.word("logger"));
        builder.environment(event.word("environment"));
        builder.release(event.word("release"));
        builder.dist(event.word("dist"));
        builder.serverName(event.word("server_name"));
        builder.transaction(event.word("transaction"));
        message(event, builder);
        builder.exceptions(ExceptionsReader.read(event));
        builder.user(user(event)).request(request(event)).breadcrumbs(breadcrumbs(event));
        builder.tags(event.words("tags")).extra(event.values("extra")).contexts(contexts(event));
        builder.modules(event.words("modules")).fingerprint(fingerprint(event));
        builder.sdk(sdk(event)).threadName(thread(event)).debugIds(DebugIds.read(event));
        return builder.build();
    }

    private String id(Fields event) {
        String own = id(event.text("event_id"));
        String known = own == null ? id(otherwise) : own;
        return known == null ? ErrorEvent.newId() : known;
    }

    /** 32 hex digits, with or without the dashes of a UUID; null for anything else, which never gets in. */
    private static @Nullable String id(@Nullable String text) {
        if (text == null || text.length() > 36) {
            return null;
        }
        String digits = text.replace("-", "").toLowerCase(Locale.ROOT);
        boolean isHex = digits.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        return isHex && digits.length() == 32 ? digits : null;
    }

    private Instant time(Fields event) {
        Instant time = Times.read(event.value("timestamp"));
        return time == null ? received : time;
    }

    private static Level level(Fields fields, Level otherwise) {
        String label = fields.text("level");
        return label == null ? otherwise : Level.ofLabel(label).orElse(otherwise);
    }

    /** {@code message} or {@code logentry}: a string, or an object with the text filled in, its template, or both. */
    private static void message(Fields event, ErrorEvent.Builder builder) {
        JsonValue value = event.object("logentry") == null ? event.value("message") : event.value("logentry");
        Fields entry = Fields.of(value);
        if (entry == null) {
            builder.message(Fields.text(value));
            return;
        }
        String formatted = entry.text("formatted");
        String template = entry.text("message");
        builder.message(formatted == null ? template : formatted);
        builder.messageTemplate(formatted == null ? null : template);
    }

    private static @Nullable User user(Fields event) {
        Fields user = event.object("user");
        if (user == null) {
            return null;
        }
        Map<String, Object> data = new LinkedHashMap<>(user.values("data"));
        Fields.plain(user.json()).forEach((key, value) -> {
            if (!OWN_FIELDS_OF_USER.contains(key)) {
                data.putIfAbsent(key, value);
            }
        });
        return new User(user.word("id"), user.word("username"), user.word("email"), user.word("ip_address"), data);
    }

    private static @Nullable Request request(Fields event) {
        Fields request = event.object("request");
        if (request == null) {
            return null;
        }
        String url = request.text("url");
        String query = query(request);
        int mark = url == null ? -1 : url.indexOf('?');
        if (url != null && mark >= 0) {
            query = query == null ? url.substring(mark + 1) : query;
            url = url.substring(0, mark);
        }
        return new Request(request.word("method"), url, query, headers(request));
    }

    /** A string, an object or a list of pairs. */
    private static @Nullable String query(Fields request) {
        JsonValue value = request.value("query_string");
        if (value == null || value instanceof JsonString) {
            return Fields.text(value);
        }
        StringJoiner query = new StringJoiner("&");
        request.words("query_string").forEach((name, text) -> query.add(name + "=" + text));
        return query.length() == 0 ? null : query.toString();
    }

    private static Map<String, String> headers(Fields request) {
        Map<String, String> headers = new LinkedHashMap<>();
        request.words("headers").forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return headers;
    }

    private static List<Breadcrumb> breadcrumbs(Fields event) {
        List<Breadcrumb> breadcrumbs = new ArrayList<>();
        for (JsonValue value : event.list("breadcrumbs")) {
            Fields breadcrumb = Fields.of(value);
            if (breadcrumb != null) {
                breadcrumbs.add(breadcrumb(breadcrumb));
            }
        }
        return breadcrumbs;
    }

    private static Breadcrumb breadcrumb(Fields breadcrumb) {
        return new Breadcrumb(
                Times.read(breadcrumb.value("timestamp")),
                orElse(breadcrumb.word("type"), "default"),
                breadcrumb.text("category"),
                breadcrumb.text("message"),
                level(breadcrumb, Level.INFO),
                breadcrumb.values("data"));
    }

    private static Map<String, Map<String, Object>> contexts(Fields event) {
        Map<String, Map<String, Object>> contexts = new LinkedHashMap<>();
        Fields all = event.object("contexts");
        if (all != null) {
            all.json().forEach((name, value) -> {
                if (value instanceof JsonObject context) {
                    contexts.put(name, Fields.plain(context));
                }
            });
        }
        return contexts;
    }

    private static List<String> fingerprint(Fields event) {
        String alone = event.text("fingerprint");
        return alone == null ? event.texts("fingerprint") : List.of(alone);
    }

    private static @Nullable String sdk(Fields event) {
        Fields sdk = event.object("sdk");
        String name = sdk == null ? null : sdk.text("name");
        String version = sdk == null ? null : sdk.text("version");
        return name == null || version == null ? name : name + "/" + version;
    }

    /** The thread that crashed, or else the one that was current. */
    private static @Nullable String thread(Fields event) {
        String current = null;
        for (JsonValue value : event.list("threads")) {
            Fields thread = Fields.of(value);
            if (thread != null && Boolean.TRUE.equals(thread.bool("crashed"))) {
                return thread.text("name");
            }
            if (thread != null && Boolean.TRUE.equals(thread.bool("current"))) {
                current = thread.text("name");
            }
        }
        return current;
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
