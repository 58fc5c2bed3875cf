package io.errortracker.ui.access;

import io.errortracker.health.DropReason;
import io.errortracker.health.SelfHealth;
import io.errortracker.store.ApiToken;
import io.errortracker.store.ApiTokenStore;
import io.errortracker.store.StoreUnavailableException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens in memory; the store can be made unusable. */
public final class FakeTokens implements ApiTokenStore {
    private final List<ApiToken> tokens = new ArrayList<>();
    private long last;
    int reads;
    int uses;
    boolean unusable;

    /** The API's door with these configured tokens, and the ones made here. */
    public ApiTokens with(List<String> configured, Clock clock, SelfHealth health) {
        return ApiTokens.of(configured, new MadeTokens(this, clock, new SecureRandom(), health), clock);
    }

    @Override
    public synchronized List<ApiToken> tokens() {
        if (unusable) {
            throw new StoreUnavailableException(
                    DropReason.STORE_UNAVAILABLE, "not now", new IllegalStateException("not now"));
        }
        reads++;
        return List.copyOf(tokens);
    }

    @Override
    public synchronized Optional<ApiToken> add(ApiToken token) {
        if (tokens.size() >= MOST || tokens.stream().anyMatch(one -> one.name().equals(token.name()))) {
            return Optional.empty();
        }
        ApiToken kept = copy(token, ++last, token.lastUsed());
        tokens.add(0, kept);
        return Optional.of(kept);
    }

    @Override
    public synchronized boolean revoke(long id) {
        return tokens.removeIf(token -> token.id() == id);
    }

    @Override
    public synchronized void used(long id, Instant when) {
        uses++;
        tokens.replaceAll(token -> token.id() == id ? copy(token, id, when) : token);
    }

    private static ApiToken copy(ApiToken token, long id, @Nullable Instant used) {
        return new ApiToken(
                id,
                token.name(),
                token.sha256(),
                token.ending(),
                token.scopes(),
                token.author(),
                token.made(),
                token.expires(),
                used);
    }
}
