package io.errortracker.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.SteppedClock;
import io.errortracker.store.ApiToken;
import io.errortracker.store.ApiTokenStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every database must do for tokens of the web API. */
abstract class ApiTokenContract implements Located {
    private static final Instant NOW = Instant.parse("2026-11-23T10:20:00Z");

    private JpaStore store() {
        return JpaStore.create(Stores.settings(location(), new SteppedClock(NOW)));
    }

    private static ApiToken token(String name, @Nullable Instant expires) {
        String hash = String.format("%064x", name.hashCode() & 0xffff_ffffL);
        return new ApiToken(0, name, hash, "3kF9", Set.of("read", "upload"), "jo", NOW, expires, null);
    }

    @Test
    void a_token_comes_back_as_it_was_made_the_last_one_first() {
        try (JpaStore store = store()) {
            ApiTokenStore tokens = store.apiTokens();
            assertThat(tokens.tokens()).isEmpty();

            ApiToken forEver = tokens.add(token("build é 世 😀", null)).orElseThrow();
            ApiToken forDays =
                    tokens.add(token("script", NOW.plus(Duration.ofDays(30)))).orElseThrow();

            assertThat(forEver.id()).isPositive().isNotEqualTo(forDays.id());
            assertThat(tokens.tokens()).containsExactly(forDays, forEver);
            assertThat(forDays.isExpired(NOW.plus(Duration.ofDays(29)))).isFalse();
            assertThat(forDays.isExpired(NOW.plus(Duration.ofDays(30)))).isTrue();
            assertThat(forEver.isExpired(NOW.plus(Duration.ofDays(30_000)))).isFalse();
        }
    }

    @Test
    void no_two_have_one_name_and_there_are_never_too_many() {
        try (JpaStore store = store()) {
            ApiTokenStore tokens = store.apiTokens();
            for (int i = 0; i < ApiTokenStore.MOST; i++) {
                assertThat(tokens.add(token("t" + i, null))).isPresent();
            }
            assertThat(tokens.add(token("one more", null))).isEmpty();
            assertThat(tokens.revoke(tokens.tokens().get(0).id())).isTrue();
            assertThat(tokens.add(token("t0", null))).isEmpty();
            assertThat(tokens.add(token("one more", null))).isPresent();
        }
    }

    @Test
    void a_revoked_one_is_gone() {
        try (JpaStore store = store()) {
            ApiTokenStore tokens = store.apiTokens();
            long id = tokens.add(token("build", null)).orElseThrow().id();

            assertThat(tokens.revoke(id)).isTrue();
            assertThat(tokens.revoke(id)).isFalse();
            assertThat(tokens.tokens()).isEmpty();
        }
    }

    @Test
    void its_last_use_is_noted() {
        try (JpaStore store = store()) {
            ApiTokenStore tokens = store.apiTokens();
            long id = tokens.add(token("build", null)).orElseThrow().id();

            tokens.used(id, NOW.plusSeconds(7));
            tokens.revoke(-1);

            assertThat(tokens.tokens().get(0).lastUsed()).isEqualTo(NOW.plusSeconds(7));
        }
    }
}
