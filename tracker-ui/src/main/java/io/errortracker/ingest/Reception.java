package io.errortracker.ingest;

import io.errortracker.event.json.EventJson;
import io.errortracker.store.StoreUnavailableException;
import io.errortracker.ui.access.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The order of things for one request: who is it, may they, how much, and only then what. */
final class Reception {
    private static final int BUSY_SECONDS = 5;
    private static final int UNKNOWN_KEYS_SECONDS = 10;
    private static final int PARSED_AT_ONCE = 2;
    private static final int MAX_USER_AGENT = 512;

    private final IngestKeys keys;
    private final IngestLimits limits;
    private final IngestCounters counters;
    private final Clock clock;
    private final boolean tellsUsers;
    private final EventJson json;
    private final RateLimits rates;
    private final Bodies bodies;
    private final Items items;
    private final Semaphore atOnce;
    private final Semaphore parsing = new Semaphore(PARSED_AT_ONCE, true);

    Reception(IngestParts parts, EventJson json) {
        this.json = json;
        keys = parts.keys();
        limits = parts.limits();
        counters = parts.counters();
        clock = parts.clock();
        tellsUsers = parts.tellsUsers();
        rates = new RateLimits(limits, clock);
        bodies = new Bodies(limits);
        items = new Items(json, parts, rates);
        atOnce = new Semaphore(limits.maxAtOnce());
    }

    /** Not now, but in so many seconds. */
    static final class Wait extends Exception {
        private static final long serialVersionUID = 1L;

        private final int seconds;

        Wait(int seconds) {
            super("wait", null, false, false);
            this.seconds = seconds;
        }

        int seconds() {
            return seconds;
        }
    }

    /** @param path below the ingest's own: {@code /api/1/envelope/} */
    Items.Outcome receive(String path, IngestOrigins.Page page, HttpServletRequest request) throws Refusal, Wait {
        Place place = Place.of(path);
        String address = ClientAddress.throttled(request);
        waitFor(rates.mayCome(address));
        Credentials credentials = Credentials.of(request, place.project());
        if (credentials.hasKey()) {
            letIn(credentials);
        }
        if (!atOnce.tryAcquire()) {
            throw new Wait(BUSY_SECONDS);
        }
        try {
            byte[] body = bodies.read(request);
            enterParsing();
            try {
                return take(body, place, credentials, key -> sender(page, request, address, key));
            } finally {
                parsing.release();
            }
        } finally {
            atOnce.release();
        }
    }

    /** What is taken apart has several times the size of what was sent. */
    private void enterParsing() throws Wait {
        try {
            if (parsing.tryAcquire(BUSY_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new Wait(BUSY_SECONDS);
    }

    private Items.Outcome take(byte[] body, Place place, Credentials credentials, Function<String, Sender> sender)
            throws Refusal, Wait {
        Envelope envelope =
                place.isEnvelope() ? new Envelope.Reader(body, json, limits).read() : Envelope.ofEvent(body);
        credentials.addDsn(envelope.word("dsn"));
        String key = letIn(credentials);
        rates.read(body.length);
        waitFor(rates.mayComeWith(key));
        return items.take(envelope, sender.apply(key), clock.instant());
    }

    private static void waitFor(int seconds) throws Wait {
        if (seconds > 0) {
            throw new Wait(seconds);
        }
    }

    private String letIn(Credentials credentials) throws Refusal, Wait {
        String key = credentials.key();
        try {
            if (keys.isLive(key)) {
                return key;
            }
        } catch (StoreUnavailableException unknown) {
            throw new Wait(UNKNOWN_KEYS_SECONDS);
        }
        throw Refusal.forbidden();
    }

    private Sender sender(IngestOrigins.Page page, HttpServletRequest request, String throttledAs, String key) {
        Principal principal = tellsUsers && page.own() ? request.getUserPrincipal() : null;
        String userAgent = request.getHeader("User-Agent");
        boolean fromPage = page.own() || page.allowed() != null;
        return new Sender(
                request.getRemoteAddr(),
                throttledAs,
                principal == null ? null : principal.getName(),
                fromPage && userAgent != null
                        ? userAgent.substring(0, Math.min(userAgent.length(), MAX_USER_AGENT))
                        : null,
                key);
    }

    /**
     * What was asked for.
     *
     * @param project null when the path names none
     * @param isEnvelope whether the body is one, or else a mere event
     */
    private record Place(@Nullable String project, boolean isEnvelope) {
        static Place of(String path) throws Refusal {
            if (path.equals("/tunnel") || path.equals("/tunnel/")) {
                return new Place(null, true);
            }
            String[] parts = path.split("/", -1);
            boolean known = parts.length >= 4
                    && parts.length <= 5
                    && parts[0].isEmpty()
                    && parts[1].equals("api")
                    && (parts.length == 4 || parts[4].isEmpty())
                    && (parts[3].equals("envelope") || parts[3].equals("store"));
            if (!known) {
                throw new Refusal(404, "there is nothing here");
            }
            return new Place(parts[2], parts[3].equals("envelope"));
        }
    }
}
