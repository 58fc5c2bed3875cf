package io.errortracker.api;

import static io.errortracker.api.ApiHouse.detail;
import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.health.DropReason;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.IssueStore;
import io.errortracker.store.StoreUnavailableException;
import io.errortracker.ui.access.ApiScope;
import io.errortracker.ui.access.Call;
import io.errortracker.ui.access.Reply;
import io.errortracker.ui.access.SecurityHeaders;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Every address and every method of the API: nothing without the token, and nothing that is not meant. */
class ApiAccessTest {
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND");

    @Test
    void nothing_opens_without_the_right_token() {
        List<UnaryOperator<Call>> strangers = List.of(
                call -> call,
                call -> call.with("Authorization", "Bearer wrong"),
                call -> call.with("Authorization", "Bearer "),
                call -> call.with("Authorization", "Bearer null"),
                call -> call.with("Authorization", "Token " + ApiHouse.TOKEN),
                call -> call.with("Authorization", "Basic YWxpY2U6YWxpY2U="),
                call -> call.with("Cookie", "tracker_session=" + ApiHouse.TOKEN).fromOurPage(),
                call -> call.with("X-Forwarded-For", "127.0.0.1").with("X-Auth-Token", ApiHouse.TOKEN));
        for (UnaryOperator<Call> stranger : strangers) {
            try (ApiHouse house = new ApiHouse()) {
                house.issue(1, IssueStatus.UNRESOLVED, 1);
                everyRoute((method, path) -> {
                    Reply reply =
                            house.send(stranger.apply(Call.of(method, path).body("{\"status\":\"resolved\"}")));
                    assertThat(reply.status()).as(method + " " + path).isIn(401, 429);
                    hasEveryHeader(reply);
                });
                assertThat(house.store.issue(1).orElseThrow().status()).isEqualTo(IssueStatus.UNRESOLVED);
            }
        }
    }

    @Test
    void without_a_configured_token_there_is_no_api() {
        try (ApiHouse house = new ApiHouse(null, List.of(), store -> store)) {
            everyRoute((method, path) -> {
                Reply reply = house.send(ApiHouse.authorised(Call.of(method, path)));
                assertThat(reply.status()).as(method + " " + path).isEqualTo(404);
                hasEveryHeader(reply);
            });
        }
    }

    @Test
    void with_the_token_nothing_but_reading_works_without_a_body() {
        try (ApiHouse house = new ApiHouse()) {
            house.issue(1, IssueStatus.UNRESOLVED, 1);
            house.kept.releases().announce("1.4.2");
            everyRoute((method, path) -> {
                Reply reply = house.send(ApiHouse.authorised(Call.of(method, path)));
                boolean reads = Set.of("GET", "HEAD").contains(method) && !path.endsWith("/assemble/");
                if (method.equals("DELETE") && path.contains("1.4.2")) {
                    house.kept.releases().announce("1.4.2");
                    return;
                }
                assertThat(reply.isSuccess())
                        .as(method + " " + path + " -> " + reply.status())
                        .isEqualTo(reads);
                assertThat(reply.status()).isIn(200, 400, 405);
                assertThat(reply.header("Allow").isPresent()).isEqualTo(reply.status() == 405);
                hasEveryHeader(reply);
            });
            assertThat(house.store.issue(1).orElseThrow().status()).isEqualTo(IssueStatus.UNRESOLVED);
        }
    }

    @Test
    void who_lacks_a_token_is_told_how_to_send_one() {
        try (ApiHouse house = new ApiHouse()) {
            Reply missing = house.send(Call.get(ApiHouse.API));
            assertThat(missing.header("WWW-Authenticate")).contains("Bearer realm=\"errors\"");
            assertThat(detail(missing)).isEqualTo("Authentication credentials were not provided.");
            assertThat(detail(house.send(Call.get(ApiHouse.API).with("Authorization", "Bearer x"))))
                    .isEqualTo("Invalid token");
        }
    }

    @Test
    void a_token_does_only_what_its_scopes_allow() {
        List<String> tokens = List.of("reads read", "changes read write", "builds upload");
        try (ApiHouse house = new ApiHouse(null, tokens, store -> store)) {
            house.issue(1, IssueStatus.UNRESOLVED, 1);
            String issue = "projects/acme/shop/issues/";
            assertThat(status(house, "GET", issue, "reads")).isEqualTo(200);
            assertThat(status(house, "GET", issue, "builds")).isEqualTo(403);
            assertThat(status(house, "PUT", "issues/1/", "reads")).isEqualTo(403);
            assertThat(status(house, "PUT", "issues/1/", "changes")).isEqualTo(200);
            assertThat(status(house, "GET", "organizations/acme/chunk-upload/", "builds"))
                    .isEqualTo(200);
            assertThat(status(house, "GET", "organizations/acme/chunk-upload/", "changes"))
                    .isEqualTo(403);
            assertThat(status(house, "GET", "organizations/acme/releases/", "reads"))
                    .isEqualTo(200);
            assertThat(status(house, "POST", "organizations/acme/releases/", "reads"))
                    .isEqualTo(403);
            assertThat(status(house, "GET", "auth/", "builds")).isEqualTo(200);
        }
    }

    @Test
    void a_token_that_somebody_made_opens_the_api_for_its_scopes_until_it_expires() {
        try (ApiHouse house = new ApiHouse(null, List.of(), store -> store)) {
            house.issue(1, IssueStatus.UNRESOLVED, 1);
            String token = house.made
                    .make("script", Set.of(ApiScope.READ), Duration.ofDays(30), "jo")
                    .orElseThrow()
                    .plain();

            assertThat(status(house, "GET", "projects/acme/shop/issues/", token))
                    .isEqualTo(200);
            assertThat(status(house, "PUT", "issues/1/", token)).isEqualTo(403);
            assertThat(status(house, "GET", "auth/", "wrong")).isEqualTo(401);

            house.clock.advance(Duration.ofDays(30));
            Reply late = house.send(Call.get(ApiHouse.API).with("Authorization", "Bearer " + token));
            assertThat(late.status()).isEqualTo(401);
            assertThat(detail(late)).isEqualTo("The token has expired");
        }
    }

    private static int status(ApiHouse house, String method, String path, String token) {
        Call call = Call.of(method, ApiHouse.API + path)
                .with("Authorization", "Bearer " + token)
                .body("{\"status\":\"resolved\",\"version\":\"1\"}");
        return house.send(call).status();
    }

    @Test
    void ten_wrong_tokens_and_the_caller_has_to_wait() {
        try (ApiHouse house = new ApiHouse()) {
            for (int i = 0; i < 10; i++) {
                house.send(Call.get(ApiHouse.API).with("Authorization", "Bearer guess" + i));
            }
            Reply reply = house.get("");
            assertThat(reply.status()).isEqualTo(429);
            assertThat(reply.header("Retry-After")).contains("60");
        }
    }

    @Test
    void a_store_that_cannot_be_used_is_told_as_such() {
        try (ApiHouse house = failing(new StoreUnavailableException(
                DropReason.STORE_UNAVAILABLE, "file locked at /secret/path", new IllegalStateException()))) {
            everyRouteThatReads(path -> {
                Reply reply = house.send(ApiHouse.authorised(Call.get(path)));
                assertThat(reply.status()).as(path).isEqualTo(503);
                assertThat(reply.header("Retry-After")).isPresent();
                assertThat(reply.body()).doesNotContain("secret");
            });
            assertThat(house.health.lastFailure()).isNull();
        }
    }

    @Test
    void a_failure_of_ours_is_told_without_its_message_and_noted() {
        try (ApiHouse house = failing(new IllegalStateException("hidden detail"))) {
            everyRouteThatReads(path -> {
                Reply reply = house.send(ApiHouse.authorised(Call.get(path)));
                assertThat(reply.status()).as(path).isEqualTo(500);
                assertThat(reply.body()).doesNotContain("hidden");
                hasEveryHeader(reply);
            });
            assertThat(house.health.lastFailure()).isNotNull();
        }
    }

    private interface Visit {
        void call(String method, String path);
    }

    private interface Look {
        void at(String path);
    }

    private static void everyRoute(Visit visit) {
        for (ApiRoute route : ApiRoute.values()) {
            for (String pattern : route.patterns()) {
                METHODS.forEach(method -> visit.call(method, path(pattern)));
            }
        }
    }

    private static void everyRouteThatReads(Look look) {
        Arrays.stream(ApiRoute.values())
                .filter(route -> route.area() == ApiRoute.Area.ISSUES)
                .flatMap(route -> route.patterns().stream())
                .forEach(pattern -> look.at(path(pattern)));
    }

    private static String path(String pattern) {
        String path = pattern.replace("{org}", "acme")
                .replace("{project}", "shop")
                .replace("{issue}", "1")
                .replace("{event}", "latest")
                .replace("{version}", "1.4.2");
        return ApiHouse.API + (path.isEmpty() ? "" : path + "/");
    }

    private static void hasEveryHeader(Reply reply) {
        SecurityHeaders.ALL.forEach(
                (name, value) -> assertThat(reply.all(name)).as(name).containsExactly(value));
    }

    private static ApiHouse failing(RuntimeException failure) {
        UnaryOperator<IssueStore> broken = store -> (IssueStore) Proxy.newProxyInstance(
                IssueStore.class.getClassLoader(), new Class<?>[] {IssueStore.class}, (proxy, method, arguments) -> {
                    throw failure;
                });
        return new ApiHouse(null, List.of(ApiHouse.TOKEN), broken);
    }
}
