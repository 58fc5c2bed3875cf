package io.errortracker.ingest;

import io.errortracker.store.KeptSettings;
import io.errortracker.store.StoreUnavailableException;
import io.errortracker.ui.access.WebOrigin;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose pages may send: this application's own, and those that are configured or, where nothing is configured, kept by the pages.
 *
 * <p>Thread-safe. What is kept is looked up again once a minute.
 *
 * @since 0.1.0
 */
public final class IngestOrigins {
    /** Stands for all origins. */
    public static final String ANY = "*";

    private static final String SETTING = "ingest.origins";
    private static final int MAX_ORIGINS = 50;
    private static final int MAX_LENGTH = 300;
    private static final long FRESH_MILLIS = 60_000;

    private final List<String> configured;
    private final Optional<WebOrigin> base;
    private final KeptSettings settings;
    private final Clock clock;
    private volatile Known known = new Known(List.of(), null);

    private record Known(List<String> origins, @Nullable Long readMillis) {}

    /**
     * @param configured origins that count alone; empty when the kept ones do
     * @param baseUrl where people reach the application; null when that is not configured
     */
    public IngestOrigins(List<String> configured, @Nullable String baseUrl, KeptSettings settings, Clock clock) {
        this.configured = List.copyOf(configured);
        this.base = baseUrl == null ? Optional.empty() : WebOrigin.of(baseUrl);
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether the origins are configured: then the pages cannot change them. */
    public boolean areConfigured() {
        return !configured.isEmpty();
    }

    /** The origins beside the application's own; none when they cannot be read now. */
    public List<String> listed() {
        if (areConfigured()) {
            return configured;
        }
        Known last = known;
        Long read = last.readMillis();
        return read != null && clock.millis() - read < FRESH_MILLIS ? last.origins() : readAgain();
    }

    private synchronized List<String> readAgain() {
        try {
            known = new Known(words(settings.setting(SETTING).orElse("")), clock.millis());
        } catch (StoreUnavailableException later) {
            known = new Known(known.origins(), clock.millis());
        }
        return known.origins();
    }

    /**
     * Keeps the origins in place of those before.
     *
     * @param text origins separated by white space or commas
     * @return the first that is none; null when all are kept
     */
    public synchronized @Nullable String keep(String text) {
        List<String> origins = words(text);
        for (String origin : origins) {
            if (!isOrigin(origin)) {
                return origin;
            }
        }
        settings.keep(SETTING, String.join(" ", origins));
        known = new Known(origins, clock.millis());
        return null;
    }

    /** Whether it can be listed: {@code https://shop.example}, or all. */
    private static boolean isOrigin(String text) {
        int path = text.indexOf('/', text.indexOf("://") + 3);
        return text.equals(ANY) || (path < 0 && WebOrigin.of(text).isPresent());
    }

    private static List<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        Stream.of(text.split("[\\s,]+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.endsWith("/") ? word.substring(0, word.length() - 1) : word)
                .limit(MAX_ORIGINS)
                .forEach(words::add);
        return List.copyOf(words);
    }

    /** What the request says of its page. */
    Page page(HttpServletRequest request) {
        List<String> origins = Collections.list(request.getHeaders("Origin"));
        if (origins.isEmpty()) {
            return new Page(null, false, isFetchedBySamePage(request));
        }
        String origin = origins.get(0);
        boolean readable = origin.equals("null") || WebOrigin.of(origin).isPresent();
        if (origins.size() > 1 || origin.length() > MAX_LENGTH || !readable) {
            return new Page(null, true, false);
        }
        boolean own = isOwn(origin, request);
        boolean allowed = own || isListed(origin);
        return new Page(allowed ? origin : null, !allowed, own);
    }

    private boolean isOwn(String text, HttpServletRequest request) {
        Optional<WebOrigin> origin = WebOrigin.of(text);
        return origin.isPresent()
                && (origin.equals(base)
                        || origin.equals(WebOrigin.of(request.getScheme(), request.getHeader("Host")))
                        || isFetchedBySamePage(request));
    }

    /** Behind a proxy that ends TLS our own scheme is not the page's; no script can set this header. */
    private static boolean isFetchedBySamePage(HttpServletRequest request) {
        return List.of("same-origin").equals(Collections.list(request.getHeaders("Sec-Fetch-Site")));
    }

    private boolean isListed(String text) {
        Optional<WebOrigin> origin = WebOrigin.of(text);
        for (String listed : listed()) {
            if (listed.equals(ANY) || (origin.isPresent() && origin.equals(WebOrigin.of(listed)))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The page that a request comes from.
     *
     * @param allowed its origin, to be told that it may read the answer; null when there is none or it may not
     * @param refused whether it may not send
     * @param own whether it is a page of this very origin, as the browser says
     */
    record Page(@Nullable String allowed, boolean refused, boolean own) {}
}
