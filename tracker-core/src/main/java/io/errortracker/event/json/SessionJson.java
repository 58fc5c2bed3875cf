package io.errortracker.event.json;

import io.errortracker.event.SessionUpdate;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads items {@code session} and {@code sessions}. Those without a release, an id or a beginning count for nothing. */
final class SessionJson {
    /** Minutes that one item tells of. */
    static final int MAX_AGGREGATES = 200;

    /** What one client can have counted within a minute. */
    static final int MAX_COUNT = 1_000_000;

    /** {@code unhandled} is what newer browser SDKs say where older ones said {@code crashed}. */
    private static final Set<String> CRASHED = Set.of("crashed", "abnormal", "unhandled");

    private static final String ENVIRONMENT = "production";
    private static final int LONGEST_SID = 64;

    private SessionJson() {}

    static List<SessionUpdate> ofSession(JsonObject json) {
        Fields session = new Fields(json);
        String sid = sid(session.word("sid"));
        Instant started = Times.read(session.value("started"));
        String release = attribute(session, "release");
        if (sid == null || started == null || release == null) {
            return List.of();
        }
        String status = session.text("status");
        boolean crashed = status != null && CRASHED.contains(status.toLowerCase(Locale.ROOT));
        boolean errored = crashed || session.count("errors", 0) > 0 || "errored".equals(status);
        return List.of(
                new SessionUpdate(sid, release, environment(session), started, 1, errored ? 1 : 0, crashed ? 1 : 0));
    }

    static List<SessionUpdate> ofAggregates(JsonObject json) {
        Fields all = new Fields(json);
        String release = attribute(all, "release");
        List<SessionUpdate> updates = new ArrayList<>();
        for (JsonValue value : release == null ? List.<JsonValue>of() : all.list("aggregates")) {
            Fields minute = Fields.of(value);
            Instant started = minute == null ? null : Times.read(minute.value("started"));
            if (minute != null && started != null && release != null && updates.size() < MAX_AGGREGATES) {
                updates.add(minute(minute, started, release, environment(all)));
            }
        }
        return updates;
    }

    /** Each session is in one of these numbers only. */
    private static SessionUpdate minute(Fields minute, Instant started, String release, String environment) {
        long crashed =
                CRASHED.stream().mapToLong(status -> count(minute, status)).sum();
        long errored = crashed + count(minute, "errored");
        return new SessionUpdate(
                null, release, environment, started, errored + count(minute, "exited"), errored, crashed);
    }

    private static long count(Fields minute, String key) {
        return Math.min(minute.count(key, 0), MAX_COUNT);
    }

    private static @Nullable String sid(@Nullable String sid) {
        return sid == null || sid.length() > LONGEST_SID
                ? null
                : sid.replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static String environment(Fields session) {
        String named = attribute(session, "environment");
        return named == null ? ENVIRONMENT : named;
    }

    private static @Nullable String attribute(Fields session, String key) {
        Fields attributes = session.object("attrs");
        return attributes == null ? null : attributes.word(key);
    }
}
