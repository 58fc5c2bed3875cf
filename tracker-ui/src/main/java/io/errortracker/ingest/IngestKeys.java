package io.errortracker.ingest;

import io.errortracker.store.KeptSettings;
import io.errortracker.store.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The public keys: those that are configured, else one that was made at first use and kept. A new one lives beside the one before it, so
 * that pages that are open keep reporting.
 *
 * <p>Thread-safe. What is kept is looked up again once a minute, for another node may have changed it.
 *
 * @since 0.1.0
 */
public final class IngestKeys {
    private static final String SETTING = "ingest.keys";
    private static final int LIVE = 2;
    private static final int KEY_BYTES = 16;
    private static final long FRESH_MILLIS = 60_000;

    private final List<String> configured;
    private final KeptSettings settings;
    private final SecureRandom random;
    private final Clock clock;
    private volatile Known known = new Known(List.of(), Long.MIN_VALUE);

    private record Known(List<String> keys, long readMillis) {}

    /** @param configured keys that count alone; empty when the kept ones do */
    public IngestKeys(List<String> configured, KeptSettings settings, SecureRandom random, Clock clock) {
        this.configured = List.copyOf(configured);
        this.settings = settings;
        this.random = random;
        this.clock = clock;
    }

    /** Whether the keys are configured: then the pages cannot change them. */
    public boolean areConfigured() {
        return !configured.isEmpty();
    }

    /**
     * The keys that are let in, the newest first; one is made when there is none yet.
     *
     * @throws StoreUnavailableException when they are not known yet and cannot be read now
     */
    public List<String> live() {
        if (areConfigured()) {
            return configured;
        }
        Known last = known;
        return isFresh(last) ? last.keys() : readAgain();
    }

    private boolean isFresh(Known last) {
        return !last.keys().isEmpty() && clock.millis() - last.readMillis() < FRESH_MILLIS;
    }

    private synchronized List<String> readAgain() {
        Known last = known;
        if (isFresh(last)) {
            return last.keys();
        }
        try {
            known = new Known(split(settings.setting(SETTING).orElseGet(this::makeFirst)), clock.millis());
        } catch (StoreUnavailableException unavailable) {
            if (last.keys().isEmpty()) {
                throw unavailable;
            }
            known = new Known(last.keys(), clock.millis());
        }
        return known.keys();
    }

    private String makeFirst() {
        return settings.keepFirst(SETTING, newKey());
    }

    /** Makes a new key; the newest before it goes on being let in, older ones do not. */
    public synchronized void rotate() {
        if (areConfigured()) {
            return;
        }
        List<String> keys =
                Stream.concat(Stream.of(newKey()), live().stream()).limit(LIVE).toList();
        settings.keep(SETTING, String.join(",", keys));
        known = new Known(keys, clock.millis());
    }

    /** Lets in the newest key only. */
    public synchronized void retireOld() {
        if (areConfigured()) {
            return;
        }
        List<String> keys = live().subList(0, 1);
        settings.keep(SETTING, String.join(",", keys));
        known = new Known(List.copyOf(keys), clock.millis());
    }

    /** Whether this is one of the live keys; takes as long for each. */
    boolean isLive(String given) {
        byte[] digest = digest(given);
        boolean found = false;
        for (String key : live()) {
            found |= MessageDigest.isEqual(digest, digest(key));
        }
        return found;
    }

    private String newKey() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static List<String> split(String kept) {
        return Stream.of(kept.split(",", -1)).filter(key -> !key.isEmpty()).toList();
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
