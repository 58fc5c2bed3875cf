package io.errortracker.ingest;

import io.errortracker.event.Breadcrumb;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.Ingested;
import io.errortracker.event.Level;
import io.errortracker.event.Request;
import io.errortracker.event.SessionUpdate;
import io.errortracker.event.Span;
import io.errortracker.event.User;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes of an event as a client sent it one that can be kept beside our own: sane times, a user as far as we know one, short file names. */
final class Tidying {
    /** The address that clients leave to the server. */
    private static final String AUTO = "{{auto}}";

    private final boolean tellsUsers;

    /** @param tellsUsers whether the address and the signed-in user of the request are told */
    Tidying(boolean tellsUsers) {
        this.tellsUsers = tellsUsers;
    }

    ErrorEvent tidy(ErrorEvent event, Envelope envelope, Sender sender, Instant received, boolean isFeedback) {
        Clocks clocks = Clocks.of(envelope.word("sent_at"), received);
        ErrorEvent told = isFeedback ? Feedback.told(event) : event;
        ErrorEvent tidied = told.with(parts -> {
            parts.timestamp(clocks.corrected(event.timestamp()));
            parts.breadcrumbs(event.breadcrumbs().stream()
                    .map(crumb -> corrected(crumb, clocks))
                    .toList());
            parts.exceptions(ScriptFrames.tidy(event.exceptions()));
            parts.user(user(told.user(), sender));
            parts.request(request(event.request(), sender));
            parts.extra(withoutEnvironment(event.extra()));
        });
        return Ingested.mark(tidied, facts(event, clocks));
    }

    Span tidy(Span span, Envelope envelope, Instant received) {
        return span.startingAt(Clocks.of(envelope.word("sent_at"), received).corrected(span.start()));
    }

    SessionUpdate tidy(SessionUpdate update, Envelope envelope, Instant received) {
        return update.startedAt(Clocks.of(envelope.word("sent_at"), received).shifted(update.started()));
    }

    private static Breadcrumb corrected(Breadcrumb crumb, Clocks clocks) {
        Instant when = crumb.timestamp();
        return when == null ? crumb : crumb.at(clocks.shifted(when));
    }

    private @Nullable User user(@Nullable User sent, Sender sender) {
        User user = sent == null ? new User(null, null, null, null, Map.of()) : sent;
        if (AUTO.equals(user.ipAddress())) {
            user = user.ipAddress(null);
        }
        if (tellsUsers) {
            user = user.ipAddress() == null ? user.ipAddress(sender.address()) : user;
            boolean unnamed = user.id() == null && user.username() == null && user.email() == null;
            String principal = sender.principal();
            user = unnamed && principal != null ? user.username(principal) : user;
        }
        return user.identity() == null && user.data().isEmpty() ? null : user;
    }

    private static @Nullable Request request(@Nullable Request sent, Sender sender) {
        String userAgent = sender.userAgent();
        if (userAgent == null || (sent != null && sent.header("user-agent") != null)) {
            return sent;
        }
        Map<String, String> headers = new LinkedHashMap<>(sent == null ? Map.of() : sent.headers());
        headers.put("user-agent", userAgent);
        return sent == null
                ? new Request(null, null, null, headers)
                : new Request(sent.method(), sent.url(), sent.queryString(), headers);
    }

    /** The command line tools send the whole environment of their process, tokens included. */
    private static Map<String, Object> withoutEnvironment(Map<String, Object> extra) {
        if (!extra.containsKey("environ")) {
            return extra;
        }
        Map<String, Object> kept = new LinkedHashMap<>(extra);
        kept.remove("environ");
        return kept;
    }

    private static Map<String, Object> facts(ErrorEvent event, Clocks clocks) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("client", event.sdk() == null ? "unknown" : event.sdk());
        if (!clocks.shift().isZero()) {
            facts.put("clock_was_off_by_s", clocks.shift().negated().toSeconds());
        }
        return facts;
    }

    /** What people wrote, as messages of one issue. */
    private static final class Feedback {
        private static final String LOGGER = "feedback";

        private Feedback() {}

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : String.valueOf(value);
        }

        static ErrorEvent told(ErrorEvent event) {
            Object said = event.context("feedback", "message");
            Object page = event.context("feedback", "url");
            Object name = event.context("feedback", "name");
            Object email = event.context("feedback", "contact_email");
            return event.with(parts -> {
                parts.level(Level.INFO).logger(LOGGER).fingerprint(List.of(LOGGER));
                parts.message(said == null ? "feedback without words" : String.valueOf(said));
                if (page != null) {
                    parts.extra("page", page);
                }
                if (event.user() == null && (name != null || email != null)) {
                    parts.user(new User(null, text(name), text(email), null, Map.of()));
                }
            });
        }
    }

    /**
     * The client's clock beside ours.
     *
     * @param shift what is added to its times: nothing unless it is off by almost an hour or more
     */
    private record Clocks(Duration shift, Instant received) {
        private static final Duration TOLERATED = Duration.ofMinutes(55);
        private static final Duration OLDEST = Duration.ofDays(30);
        private static final Duration NEWEST = Duration.ofMinutes(1);

        static Clocks of(@Nullable String sentAt, Instant received) {
            Instant sent = SentAt.read(sentAt);
            Duration off = sent == null ? Duration.ZERO : Duration.between(sent, received);
            return new Clocks(off.abs().compareTo(TOLERATED) < 0 ? Duration.ZERO : off, received);
        }

        Instant shifted(Instant time) {
            return time.plus(shift);
        }

        /** Shifted, and now when that is still no time at which it can have happened. */
        Instant corrected(Instant time) {
            Instant shifted = shifted(time);
            boolean sane = shifted.isAfter(received.minus(OLDEST)) && !shifted.isAfter(received.plus(NEWEST));
            return sane ? shifted : received;
        }
    }
}
