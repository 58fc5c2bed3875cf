package io.errortracker.ingest;

import io.errortracker.event.ErrorEvent;
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
    private final Tidying tidying;

    Items(EventJson json, Intake intake, RateLimits rates, IngestCounters counters, Tidying tidying) {
        this.json = json;
        this.intake = intake;
        this.rates = rates;
        this.counters = counters;
        this.tidying = tidying;
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
                case "transaction" -> transaction(item.payload());
                case "span" -> spans(item);
                case "session" -> session(item.payload());
                case "sessions" -> countOnly("sessions");
                case "check_in" -> countOnly("check-ins");
                case "client_report" -> countOnly("client reports");
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
            ErrorEvent event = tidying.tidy(read(payload), envelope, sender, received, counted.equals("feedback"));
            id = event.id();
            if (intake.offer(event, payload.length)) {
                countOnly(counted);
            } else {
                refuse(category, QUEUE_WAIT_SECONDS);
            }
        }

        private ErrorEvent read(byte[] payload) throws Refusal {
            try {
                return json.read(payload, received);
            } catch (MalformedEventException malformed) {
                throw refusal(malformed);
            }
        }

        private void transaction(byte[] payload) throws Refusal {
            try {
                spans(json.readTransaction(payload), "transaction", "transactions");
            } catch (MalformedEventException malformed) {
                throw refusal(malformed);
            }
        }

        private void spans(Envelope.Item item) throws Refusal {
            if (!SPANS_2.equals(item.header().get("content_type"))) {
                countOnly("other items, passed over");
                return;
            }
            try {
                spans(json.readSpans(item.payload()), "span", "batches of spans");
            } catch (MalformedEventException malformed) {
                throw refusal(malformed);
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

        private void session(byte[] payload) throws Refusal {
            try {
                String status = json.readWords(payload).getOrDefault("status", "");
                countOnly(status.equals("crashed") || status.equals("unhandled") ? "crashed sessions" : "sessions");
            } catch (MalformedEventException malformed) {
                throw refusal(malformed);
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

    private static Refusal refusal(MalformedEventException malformed) {
        String reason = String.valueOf(malformed.getMessage());
        return malformed.reason() == MalformedEventException.Reason.TOO_LARGE
                ? Refusal.tooLarge(reason)
                : Refusal.malformed(reason);
    }
}
