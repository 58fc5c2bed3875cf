package io.errortracker.ui.access;

import io.errortracker.health.SelfHealth;
import io.errortracker.secret.HashedSecret;
import io.errortracker.store.ApiToken;
import io.errortracker.store.ApiTokenStore;
import io.errortracker.store.StoreUnavailableException;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of the web API that people made on the pages. What is kept is looked up again every five seconds, for another node may have
 * revoked one.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class MadeTokens {
    /** How each of them begins, so that people and scanners recognise one where it should not be. */
    public static final String PREFIX = "ett_";

    private static final int ENDING = 4;
    private static final long FRESH_MILLIS = 5_000;
    private static final Duration COARSE = Duration.ofHours(1);

    private final ApiTokenStore store;
    private final Clock clock;
    private final SecureRandom random;
    private final SelfHealth health;
    private final Map<Long, Instant> noted = new ConcurrentHashMap<>();
    private volatile @Nullable Known known;

    private record Known(List<Kept> tokens, long readMillis) {}

    /** One of them, ready to be compared with. */
    record Kept(ApiToken token, HashedSecret secret, Set<ApiScope> scopes) {
        static Kept of(ApiToken token) {
            Set<ApiScope> scopes = token.scopes().stream()
                    .flatMap(word -> ApiScope.ofLabel(word).stream())
                    .collect(Collectors.toUnmodifiableSet());
            return new Kept(token, HashedSecret.ofSha256(token.sha256()), scopes);
        }
    }

    /**
     * A new token.
     *
     * @param plain what is sent; nobody can tell it again
     */
    public record Minted(ApiToken token, String plain) {
        @Override
        public String toString() {
            return "Minted[" + token + "]";
        }
    }

    MadeTokens(ApiTokenStore store, Clock clock, SecureRandom random, SelfHealth health) {
        this.store = store;
        this.clock = clock;
        this.random = random;
        this.health = health;
    }

    /** All of them as they are now, the last made first. @throws StoreUnavailableException when they cannot be read now */
    public List<ApiToken> all() {
        return store.tokens();
    }

    /**
     * Makes one.
     *
     * @param validity null for ever
     * @return empty when there is one of its name, or there are too many already
     * @throws StoreUnavailableException when it cannot be kept now
     */
    public Optional<Minted> make(String name, Set<ApiScope> scopes, @Nullable Duration validity, String author) {
        String plain = PREFIX + HashedSecret.newToken(random);
        Instant now = clock.instant();
        Optional<ApiToken> kept = store.add(new ApiToken(
                0,
                name,
                HashedSecret.of(plain).sha256Hex(),
                plain.substring(plain.length() - ENDING),
                scopes.stream().map(ApiScope::label).collect(Collectors.toSet()),
                author,
                now,
                validity == null ? null : now.plus(validity),
                null));
        forget();
        kept.ifPresent(token -> tell(author, "made", token.name()));
        return kept.map(token -> new Minted(token, plain));
    }

    /** Refuses one from now on. @return whether there was such a token */
    public boolean revoke(long id, String actor) {
        Optional<ApiToken> found =
                all().stream().filter(token -> token.id() == id).findFirst();
        boolean gone = store.revoke(id);
        forget();
        noted.remove(id);
        if (gone) {
            tell(actor, "revoked", found.map(ApiToken::name).orElse("no. " + id));
        }
        return gone;
    }

    private void tell(String actor, String deed, String name) {
        health.say(Level.INFO, "Error Tracker: " + actor + " " + deed + " the API token " + name);
    }

    /** Those to compare with. @throws StoreUnavailableException when they are not known yet and cannot be read now */
    List<Kept> kept() {
        Known last = known;
        return last != null && isFresh(last) ? last.tokens() : readAgain();
    }

    private synchronized List<Kept> readAgain() {
        Known last = known;
        if (last != null && isFresh(last)) {
            return last.tokens();
        }
        Known read = new Known(read(last), clock.millis());
        known = read;
        return read.tokens();
    }

    private boolean isFresh(Known last) {
        return clock.millis() - last.readMillis() < FRESH_MILLIS;
    }

    /** Not while they are read: what is read then may be old already. */
    private synchronized void forget() {
        known = null;
    }

    private List<Kept> read(@Nullable Known last) {
        try {
            return store.tokens().stream().map(Kept::of).toList();
        } catch (StoreUnavailableException unavailable) {
            if (last == null) {
                throw unavailable;
            }
            return last.tokens();
        }
    }

    /** Notes that it was used, to the hour, and without waiting for the store. */
    void used(ApiToken token) {
        Instant now = clock.instant();
        Instant last = noted.getOrDefault(token.id(), token.lastUsed() == null ? Instant.MIN : token.lastUsed());
        if (last.isBefore(now.minus(COARSE))) {
            noted.put(token.id(), now);
            store.used(token.id(), now);
        }
    }
}
