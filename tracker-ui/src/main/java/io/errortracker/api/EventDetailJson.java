package io.errortracker.api;

import io.errortracker.event.Breadcrumb;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Request;
import io.errortracker.event.User;
import io.errortracker.issue.Issue;
import io.errortracker.store.StoredEvent;
import io.errortracker.symbolicate.Readable;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An event in the words of Sentry's web API. */
final class EventDetailJson {
    private final Json json;
    private final FrameJson frames;
    private final Function<ErrorEvent, Readable> readable;

    EventDetailJson(Json json, Function<ErrorEvent, Readable> readable) {
        this.readable = readable;
        this.json = json;
        frames = new FrameJson(json);
    }

    /** An event as it stands in a list. */
    JsonObject inList(StoredEvent stored, Issue issue) {
        return fields(stored, issue).build();
    }

    /** An event with everything that is known of it. */
    JsonObject alone(StoredEvent stored, Issue issue) {
        ErrorEvent event = stored.event();
        return fields(stored, issue)
                .put("dateReceived", stored.received())
                .put("dist", event.dist())
                .put("entries", entries(readable.apply(event).event()))
                .put("context", json.value(event.extra()))
                .put("contexts", json.value(event.contexts()))
                .put("packages", json.value(event.modules()))
                .put("release", release(event))
                .put("sdk", sdk(event.sdk()))
                .put("fingerprints", json.array().add(issue.fingerprint()))
                .put("errors", json.array())
                .put("nextEventID", stored.newer())
                .put("previousEventID", stored.older())
                .putNull("occurrence", "userReport")
                .put("_meta", json.object())
                .build();
    }

    private Json.Fields fields(StoredEvent stored, Issue issue) {
        ErrorEvent event = stored.event();
        return json.object()
                .put("id", event.id())
                .put("eventID", event.id())
                .put("groupID", Long.toString(issue.id()))
                .put("projectID", "1")
                .put("event.type", event.exceptions().isEmpty() ? "default" : "error")
                .put("type", event.exceptions().isEmpty() ? "default" : "error")
                .put("dateCreated", event.timestamp())
                .put("title", issue.title())
                .put("message", event.message() == null ? "" : event.message())
                .put("culprit", issue.culprit() == null ? "" : issue.culprit())
                .put("location", event.transaction())
                .put("platform", event.platform())
                .put("metadata", metadata(event))
                .put("user", user(event.user()))
                .put("tags", tags(event))
                .putNull("crashFile");
    }

    private Json.Fields metadata(ErrorEvent event) {
        ExceptionInfo thrown = event.thrown();
        return thrown == null
                ? json.object().put("title", event.message() == null ? "" : event.message())
                : json.object().put("type", thrown.type()).put("value", thrown.value());
    }

    private JsonValue user(@Nullable User user) {
        return user == null
                ? JsonValue.NULL
                : json.object()
                        .put("id", user.id())
                        .put("username", user.username())
                        .put("email", user.email())
                        .put("ip_address", user.ipAddress())
                        .putNull("name")
                        .put("data", json.value(user.data()))
                        .build();
    }

    /** The event's own tags and what else Sentry counts among them. */
    private JsonArrayBuilder tags(ErrorEvent event) {
        Map<String, String> tags = new LinkedHashMap<>(event.tags());
        tags.putIfAbsent("level", event.level().label());
        putKnown(tags, "environment", event.environment());
        putKnown(tags, "release", event.release());
        putKnown(tags, "dist", event.dist());
        putKnown(tags, "server_name", event.serverName());
        putKnown(tags, "transaction", event.transaction());
        putKnown(tags, "logger", event.logger());
        return json.array(tags.entrySet(), tag -> json.object()
                .put("key", tag.getKey())
                .put("value", tag.getValue())
                .build());
    }

    private static void putKnown(Map<String, String> tags, String key, @Nullable String value) {
        if (value != null) {
            tags.putIfAbsent(key, value);
        }
    }

    private JsonArray entries(ErrorEvent event) {
        JsonArrayBuilder entries = json.array();
        if (!event.exceptions().isEmpty()) {
            entries.add(entry("exception", frames.exceptions(event.exceptions())));
        }
        if (event.message() != null) {
            entries.add(entry("message", message(event)));
        }
        if (!event.breadcrumbs().isEmpty()) {
            entries.add(entry(
                    "breadcrumbs",
                    json.object()
                            .put("values", json.array(event.breadcrumbs(), this::breadcrumb))
                            .build()));
        }
        if (event.request() != null) {
            entries.add(entry("request", request(event.request())));
        }
        return entries.build();
    }

    private JsonObject entry(String type, JsonObject data) {
        return json.object().put("type", type).put("data", data).build();
    }

    private JsonObject message(ErrorEvent event) {
        return json.object()
                .put("formatted", event.message())
                .put("message", event.messageTemplate())
                .putNull("params")
                .build();
    }

    private JsonObject breadcrumb(Breadcrumb crumb) {
        return json.object()
                .put("type", crumb.type())
                .put("category", crumb.category())
                .put("level", crumb.level().label())
                .put("message", crumb.message())
                .put("timestamp", crumb.timestamp())
                .put("data", crumb.data().isEmpty() ? JsonValue.NULL : json.value(crumb.data()))
                .putNull("event_id")
                .build();
    }

    private JsonObject request(Request request) {
        return json.object()
                .put("method", request.method())
                .put("url", request.url())
                .put("query", query(request.queryString()))
                .put("headers", json.array(request.headers().entrySet(), header -> json.array()
                        .add(header.getKey())
                        .add(json.text(header.getValue()))
                        .build()))
                .put("cookies", json.array())
                .putNull("fragment", "data", "env", "inferredContentType")
                .build();
    }

    /** Pairs of a parameter and its value. */
    private JsonArrayBuilder query(@Nullable String query) {
        JsonArrayBuilder pairs = json.array();
        for (String parameter : query == null || query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            String value = equals < 0 ? "" : parameter.substring(equals + 1);
            pairs.add(json.array().add(decoded(name)).add(decoded(value)));
        }
        return pairs;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    private JsonValue release(ErrorEvent event) {
        return event.release() == null
                ? JsonValue.NULL
                : json.object()
                        .put("version", event.release())
                        .put("shortVersion", event.release())
                        .build();
    }

    /** @param sdk {@code name/version} */
    private JsonValue sdk(@Nullable String sdk) {
        if (sdk == null) {
            return JsonValue.NULL;
        }
        int slash = sdk.lastIndexOf('/');
        return slash < 0
                ? json.object().put("name", sdk).putNull("version").build()
                : json.object()
                        .put("name", sdk.substring(0, slash))
                        .put("version", sdk.substring(slash + 1))
                        .build();
    }
}
