package io.errortracker.ui.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.errortracker.secret.HashedSecret;
import io.errortracker.ui.access.ApiTokens.Verdict;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiTokensTest {
    private final FakeClock clock = new FakeClock();

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
                .isThrownBy(() -> ApiTokens.of(List.of("sha256:s3cret"), clock))
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

    private TestServer judging(List<String> configured) {
        ApiTokens tokens = ApiTokens.of(configured, clock);
        return new TestServer(Map.of("/errors/api/0/*", new Judge(tokens)));
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
            Verdict verdict = tokens.judge(request);
            response.getWriter().print(verdict);
        }
    }
}
