package io.errortracker.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The tokens of the web API that people made. Shared by all nodes that share a store. Thread-safe; for any thread.
 *
 * <p>Every method but {@link #used} throws {@link StoreUnavailableException} when the store cannot be read or written now, or is not the
 * one that stays.
 *
 * @since 0.1.0
 */
public interface ApiTokenStore {
    /** More than this cannot be made: each call is held against all of them. */
    int MOST = 100;

    /** All of them, the last made first. */
    List<ApiToken> tokens();

    /**
     * Keeps a new one.
     *
     * @param token name at most 100 characters, without a number
     * @return it with its number; empty when there is one of its name, or there are {@link #MOST} already
     */
    Optional<ApiToken> add(ApiToken token);

    /** Forgets one, which revokes it. @return whether there was such a token */
    boolean revoke(long id);

    /** Notes that a token was used. Returns at once; what cannot be written is not. */
    void used(long id, Instant when);
}
