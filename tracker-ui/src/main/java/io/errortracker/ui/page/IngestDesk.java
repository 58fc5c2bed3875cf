package io.errortracker.ui.page;

import io.errortracker.event.Discarded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page Settings knows of the ingest and may change of it. Thread-safe.
 *
 * <p>Keys are read from the store: they throw what it throws when it cannot be read or written now.
 *
 * @since 0.1.0
 */
public interface IngestDesk {

    /** One number of what came in. */
    record Count(String name, long count) {}

    /** Where the application is reached: {@code https://shop.example/shop}; null when that is not configured. */
    @Nullable
    String baseUrl();

    /** Where events are sent to on this server: {@code /shop/errors-ingest}. */
    String path();

    /** The browser's script under the name that never changes: {@code browser.0123456789abcdef.js}. */
    String lastingScript();

    /** What it is expected to be: {@code sha384-...}. */
    String scriptIntegrity();

    /** Keys that are let in, the newest first. */
    List<String> keys();

    /** Whether the keys are configured and cannot be changed here. */
    boolean keysAreConfigured();

    /** Makes a new key and lets in the newest before it for some time more. */
    void makeKey();

    /** Lets in the newest key only. */
    void retireKey();

    /** Origins whose pages may send, beside the application's own. */
    List<String> origins();

    /** Whether the origins are configured and cannot be changed here. */
    boolean originsAreConfigured();

    /** Keeps origins, separated by white space or commas. @return the first that is none; null when all are kept */
    @Nullable
    String keepOrigins(String text);

    /** What came in since the application started. */
    List<Count> counts();

    /** What clients say they did not send since the application started, the most first. */
    List<Discarded> discarded();
}
