package io.errortracker.ui.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.errortracker.health.SelfHealth;
import io.errortracker.secret.HashedSecret;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApiTokensTest {
    private final FakeClock clock = new FakeClock();
    private final SelfHealth health = new SelfHealth(clock, new FakeLog());
    private final FakeTokens tokens = new FakeTokens();

    @Test
    void a_configured_token_is_right_and_any_other_wrong() {
        try (TestServer server = judging(List.of("secret", " other "))) {
            assertThat(verdict(server, "Bearer secret")).isEqualTo("RIGHT");
            assertThat(verdict(server, "bearer  other ")).isEqualTo("RIGHT");
            assertThat(verdict(server, "Bearer Secret")).isEqualTo("WRONG");
            assertThat(verdict(server, "Bearer secret,other")).isEqualTo("WRONG");
            assertThat(verdict(server, "Bearer " + "x".repeat(2_000))).isEqualTo("WRONG");
            assertThat(verdict(server, "Bearer ")).isIn("WRONG", "MISSING");
            assertThat(verdict(server, "Basic secret")).isEqualTo("MISSING");
            assertThat(Call.get("/shop/errors/api/0/?token=secret").to(server).body())
                    .isEqualTo("MISSING");
            assertThat(Call.get("/shop/errors/api/0/")
                            .with("Cookie", "token=secret")
                            .to(server)
                            .body())
                    .isEqualTo("MISSING");
        }
    }

    @Test
    void a_token_may_be_configured_as_its_hash_and_its_hash_is_no_token() {
        String hash = "sha256:" + HashedSecret.of("secret").sha256Hex();
        try (TestServer server = judging(List.of(hash))) {
            assertThat(verdict(server, "Bearer secret")).isEqualTo("RIGHT");
            assertThat(verdict(server, "Bearer " + hash)).isEqualTo("WRONG");
        }
    }

    @Test
    void without_a_token_the_api_is_off() {
        for (List<String> none : List.of(List.<String>of(), List.of(""), List.of(" ", ""))) {
            try (TestServer server = judging(none)) {
                assertThat(verdict(server, "Bearer ")).isEqualTo("OFF");
                assertThat(verdict(server, "Bearer x")).isEqualTo("OFF");
            }
        }
    }

    @Test
    void a_malformed_hash_is_refused_without_being_shown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tokens.with(List.of("sha256:s3cret"), clock, health))
                .withMessageContaining("tracker.api.tokens")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("s3cret"));
    }

    @Test
    void ten_wrong_tokens_within_a_minute_close_the_door_to_that_address_only() {
        try (TestServer server = judging(List.of("secret"))) {
            for (int i = 0; i < 10; i++) {
                assertThat(verdict(server, "Bearer guess" + i)).isEqualTo("WRONG");
            }
            assertThat(verdict(server, "Bearer guess")).isEqualTo("THROTTLED");
            assertThat(verdict(server, "Bearer secret")).isEqualTo("THROTTLED");
            assertThat(get("Bearer secret").peer("192.0.2.9").to(server).body()).isEqualTo("RIGHT");

            clock.advance(Duration.ofMinutes(1));
            assertThat(verdict(server, "Bearer secret")).isEqualTo("RIGHT");
        }
    }

    @Test
    void ten_thousand_guesses_in_ten_minutes_are_a_hundred_evaluations() {
        try (TestServer server = judging(List.of("secret"))) {
            int evaluated = 0;
            for (int i = 0; i < 10_000; i++) {
                evaluated += verdict(server, "Bearer guess" + i).equals("WRONG") ? 1 : 0;
                clock.advance(Duration.ofMillis(60));
            }
            assertThat(evaluated).isBetween(90, 100);
        }
    }

    private String made(String name, @Nullable Duration validity, ApiScope... scopes) {
        ApiTokens api = tokens.with(List.of(), clock, health);
        return api.made()
                .make(name, Set.of(scopes), validity, "jo")
                .orElseThrow()
                .plain();
    }

    @Test
    void a_made_token_is_right_until_its_time_is_over_or_it_is_revoked() {
        String build = made("build", Duration.ofDays(30), ApiScope.UPLOAD);
        String script = made("script", null, ApiScope.READ, ApiScope.WRITE);
        ApiTokens api = tokens.with(List.of("secret"), clock, health);
        try (TestServer server = new TestServer(Map.of("/errors/api/0/*", new Judge(api)))) {
            assertThat(verdict(server, "Bearer " + build)).isEqualTo("RIGHT");
            assertThat(verdict(server, "Bearer " + script)).isEqualTo("RIGHT");
            assertThat(verdict(server, "Bearer secret")).isEqualTo("RIGHT");
            assertThat(verdict(server, "Bearer " + build.substring(4))).isEqualTo("WRONG");
            assertThat(verdict(server, "Bearer " + tokens.tokens().get(0).sha256()))
                    .isEqualTo("WRONG");

            clock.advance(Duration.ofDays(30));
            for (int i = 0; i < 20; i++) {
                assertThat(verdict(server, "Bearer " + build)).as("is no guess").isEqualTo("EXPIRED");
            }
            assertThat(api.made().revoke(tokens.tokens().get(0).id(), "mara")).isTrue();
            assertThat(verdict(server, "Bearer " + script)).as("at once").isEqualTo("WRONG");
        }
    }

    @Test
    void a_token_that_another_node_revoked_is_refused_within_five_seconds() {
        String token = made("build", null, ApiScope.UPLOAD);
        try (TestServer server = judging(List.of("secret"))) {
            assertThat(verdict(server, "Bearer " + token)).isEqualTo("RIGHT");
            tokens.revoke(1);
            assertThat(verdict(server, "Bearer " + token)).isEqualTo("RIGHT");
            clock.advance(Duration.ofSeconds(5));
            assertThat(verdict(server, "Bearer " + token)).isEqualTo("WRONG");
        }
    }

    @Test
    void what_a_made_token_looks_like_is_told_by_its_prefix_and_holds_256_random_bits() {
        String token = made("a", null, ApiScope.READ);
        assertThat(token).matches("ett_[A-Za-z0-9_-]{43}").isNotEqualTo(made("b", null, ApiScope.READ));
        assertThat(tokens.tokens().toString())
                .doesNotContain(token, HashedSecret.of(token).sha256Hex());
    }

    @Test
    void use_is_noted_once_an_hour_and_no_more_often() {
        String token = made("build", null, ApiScope.UPLOAD);
        try (TestServer server = judging(List.of())) {
            for (int i = 0; i < 200; i++) {
                verdict(server, "Bearer " + token);
                clock.advance(Duration.ofMinutes(1));
            }
            assertThat(tokens.uses).isEqualTo(4);
            assertThat(tokens.reads).isLessThanOrEqualTo(201);
        }
    }

    @Test
    void while_the_store_cannot_be_read_configured_tokens_open_and_others_are_neither_right_nor_wrong() {
        String token = made("build", null, ApiScope.UPLOAD);
        tokens.unusable = true;
        try (TestServer server = judging(List.of("secret"))) {
            assertThat(verdict(server, "Bearer secret")).isEqualTo("RIGHT");
            for (int i = 0; i < 20; i++) {
                assertThat(verdict(server, "Bearer " + token)).isEqualTo("UNKNOWN");
            }
            tokens.unusable = false;
            assertThat(verdict(server, "Bearer " + token)).isEqualTo("RIGHT");
            tokens.unusable = true;
            clock.advance(Duration.ofMinutes(1));
            assertThat(verdict(server, "Bearer " + token)).as("known before").isEqualTo("RIGHT");
        }
    }

    private TestServer judging(List<String> configured) {
        return new TestServer(Map.of("/errors/api/0/*", new Judge(tokens.with(configured, clock, health))));
    }

    private static String verdict(TestServer server, String authorization) {
        return get(authorization).to(server).body();
    }

    private static Call get(String authorization) {
        return Call.get("/shop/errors/api/0/").with("Authorization", authorization);
    }

    private static final class Judge extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient ApiTokens tokens;

        Judge(ApiTokens tokens) {
            this.tokens = tokens;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(tokens.judge(request).verdict());
        }
    }
}
