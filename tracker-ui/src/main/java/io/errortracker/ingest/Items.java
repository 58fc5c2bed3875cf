package io.errortracker.ingest;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.SessionUpdate;
import io.errortracker.event.Span;
import io.errortracker.event.json.EventJson;
import io.errortracker.event.json.MalformedEventException;
import io.errortracker.ingest.RateLimits.Kind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the items of an envelope, each by its type; passes over what it does not know. */
final class Items {
    private static final String SPANS_2 = "application/vnd.sentry.items.span.v2+json";
    private static final int QUEUE_WAIT_SECONDS = 10;

    /**
     * What came of an envelope.
     *
     * @param id of its event; null when it had none
     * @param taken items that were taken or only counted
     * @param waits seconds to wait by Sentry's category of the items that were not
     */
    record Outcome(@Nullable String id, int taken, Map<String, Integer> waits) {}

    private final EventJson json;
    private final Intake intake;
    private final RateLimits rates;
    private final IngestCounters counters;
    private final ClientReports reports;
    private final Tidying tidying;

    Items(EventJson json, IngestParts parts, RateLimits rates) {
        this.json = json;
        this.rates = rates;
        intake = parts.intake();
        counters = parts.counters();
        reports = parts.reports();
        tidying = new Tidying(parts.tellsUsers());
    }

    Outcome take(Envelope envelope, Sender sender, Instant received) throws Refusal {
        return new Taking(envelope, sender, received).all();
    }

    /** One envelope. */
    private final class Taking {
        private final Envelope envelope;
        private final Sender sender;
        private final Instant received;
        private final Map<String, Integer> waits = new LinkedHashMap<>();
        private @Nullable String id;
        private int taken;

        Taking(Envelope envelope, Sender sender, Instant received) {
            this.envelope = envelope;
            this.sender = sender;
            this.received = received;
        }

        Outcome all() throws Refusal {
            for (Envelope.Item item : envelope.items()) {
                take(item);
            }
            return new Outcome(id, taken, waits);
        }

        private void take(Envelope.Item item) throws Refusal {
            switch (item.type()) {
                case "event" -> event(item.payload(), "events");
                case "feedback" -> event(item.payload(), "feedback");
                case "transaction" ->
                    spans(read(() -> json.readTransaction(item.payload())), "transaction", "transactions");
                case "span" -> spans(item);
                case "session" -> sessions(() -> json.readSession(item.payload()));
                case "sessions" -> sessions(() -> json.readSessions(item.payload()));
                case "check_in" -> countOnly("check-ins");
                case "client_report" -> {
                    reports.count(read(() -> json.readReport(item.payload())));
                    countOnly("client reports");
                }
                default -> countOnly("other items, passed over");
            }
        }

        private void countOnly(String name) {
            counters.count(name);
            taken++;
        }

        private void event(byte[] payload, String counted) throws Refusal {
            String category = counted.equals("events") ? "error" : "feedback";
            if (!mayTake(Kind.ERROR, category)) {
                return;
            }
            ErrorEvent event = tidying.tidy(
                    read(() -> json.read(payload, received, envelope.word("event_id"))),
                    envelope,
                    sender,
                    received,
                    counted.equals("feedback"));
            id = event.id();
            if (intake.offer(event, payload.length)) {
                countOnly(counted);
            } else {
                refuse(category, QUEUE_WAIT_SECONDS);
            }
        }

        private void spans(Envelope.Item item) throws Refusal {
            if (SPANS_2.equals(item.header().get("content_type"))) {
                spans(read(() -> json.readSpans(item.payload())), "span", "batches of spans");
            } else {
                countOnly("other items, passed over");
            }
        }

        private void spans(List<Span> spans, String category, String counted) {
            if (!mayTake(Kind.TRACE, category)) {
                return;
            }
            List<Span> corrected = spans.stream()
                    .map(span -> tidying.tidy(span, envelope, received))
                    .toList();
            if (intake.offer(corrected)) {
                countOnly(counted);
            } else {
                refuse(category, QUEUE_WAIT_SECONDS);
            }
        }

        private void sessions(Reading<List<SessionUpdate>> reading) throws Refusal {
            List<SessionUpdate> updates = read(reading);
            if (!mayTake(Kind.SESSION, "session")) {
                return;
            }
            List<SessionUpdate> corrected = updates.stream()
                    .map(update -> tidying.tidy(update, envelope, received))
                    .toList();
            if (intake.offerSessions(corrected)) {
                countOnly("updates of sessions");
            } else {
                refuse("session", QUEUE_WAIT_SECONDS);
            }
        }

        private boolean mayTake(Kind kind, String category) {
            int wait = rates.mayTake(kind, sender.throttledAs(), sender.key());
            if (wait > 0) {
                refuse(category, wait);
            }
            return wait == 0;
        }

        private void refuse(String category, int seconds) {
            counters.count("items over a limit");
            waits.merge(category, seconds, Math::max);
        }
    }

    /** Makes something of an item's payload. */
    private interface Reading<T> {
        T read() throws MalformedEventException;
    }

    private static <T> T read(Reading<T> reading) throws Refusal {
        try {
            return reading.read();
        } catch (MalformedEventException malformed) {
            throw refusal(malformed);
        }
    }

    private static Refusal refusal(MalformedEventException malformed) {
        String reason = String.valueOf(malformed.getMessage());
        return malformed.reason() == MalformedEventException.Reason.TOO_LARGE
                ? Refusal.tooLarge(reason)
                : Refusal.malformed(reason);
    }
}
