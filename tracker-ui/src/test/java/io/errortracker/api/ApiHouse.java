package io.errortracker.api;

import io.errortracker.event.Breadcrumb;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Level;
import io.errortracker.event.Mechanism;
import io.errortracker.event.Request;
import io.errortracker.event.SourceContext;
import io.errortracker.event.StackFrame;
import io.errortracker.event.User;
import io.errortracker.health.SelfHealth;
import io.errortracker.issue.Issue;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.Activity;
import io.errortracker.store.IssueStore;
import io.errortracker.store.RetentionPolicy;
import io.errortracker.store.jpa.JpaStore;
import io.errortracker.store.jpa.StoreLocation;
import io.errortracker.store.jpa.StoreSettings;
import io.errortracker.symbolicate.Symbolicator;
import io.errortracker.ui.InMemoryIssueStore;
import io.errortracker.ui.access.Access;
import io.errortracker.ui.access.AccessSettings;
import io.errortracker.ui.access.Call;
import io.errortracker.ui.access.FakeClock;
import io.errortracker.ui.access.FakeLog;
import io.errortracker.ui.access.MadeTokens;
import io.errortracker.ui.access.Reply;
import io.errortracker.ui.access.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The API of a shop in which a few things went wrong, running. */
final class ApiHouse implements AutoCloseable {
    static final String API = "/shop/errors/api/0/";
    static final String TOKEN = "secret";

    final FakeClock clock = new FakeClock();
    final FakeLog log = new FakeLog();
    final SelfHealth health = new SelfHealth(clock, log);
    final InMemoryIssueStore store = new InMemoryIssueStore(clock);
    final JpaStore kept = JpaStore.create(new StoreSettings(
            new StoreLocation.Memory(),
            "shop",
            new RetentionPolicy(Duration.ofDays(90), 1_000, 1L << 30),
            clock,
            health));
    final MadeTokens made;
    private final TestServer server;

    ApiHouse() {
        this(null, List.of(TOKEN), store -> store);
    }

    /** @param wrapped what stands between the API and the store */
    ApiHouse(@Nullable String pagesUrl, List<String> tokens, UnaryOperator<IssueStore> wrapped) {
        this("/shop", "/errors/api/0/*", pagesUrl, tokens, wrapped);
    }

    /** Of an application at the root of its server, by the address that has no path in front. */
    static ApiHouse atTheRoot() {
        return new ApiHouse("", "/api/0/*", null, List.of(TOKEN), store -> store);
    }

    private ApiHouse(
            String contextPath,
            String mapping,
            @Nullable String pagesUrl,
            List<String> tokens,
            UnaryOperator<IssueStore> wrapped) {
        AccessSettings settings = AccessSettings.none(contextPath, "/errors").withApiTokens(tokens);
        Access access = Access.of(settings, kept.apiTokens(), clock, new SecureRandom(), health);
        made = access.apiTokens().made();
        ApiServlet api = new ApiServlet(
                new ApiSettings(contextPath + "/errors", pagesUrl, "shop"),
                new ApiStores(
                        wrapped.apply(store),
                        kept.releases(),
                        kept.artifacts(),
                        new Symbolicator(kept.artifacts(), health)::readable),
                access.apiTokens(),
                clock,
                health);
        server = new TestServer(contextPath, Map.of(mapping, api));
    }

    int port() {
        return server.port();
    }

    Reply send(Call call) {
        return call.to(server);
    }

    Reply get(String path) {
        return send(authorised(Call.get(API + path)));
    }

    Reply put(String path, String body) {
        return send(authorised(Call.of("PUT", API + path)
                .with("Content-Type", "application/json")
                .body(body)));
    }

    static Call authorised(Call call) {
        return call.with("Authorization", "Bearer " + TOKEN);
    }

    static JsonObject object(Reply reply) {
        try (JsonReader reader = Json.createReader(new StringReader(reply.body()))) {
            return reader.readObject();
        }
    }

    static JsonArray array(Reply reply) {
        try (JsonReader reader = Json.createReader(new StringReader(reply.body()))) {
            return reader.readArray();
        }
    }

    static String detail(Reply reply) {
        return object(reply).getString("detail");
    }

    /** Adds an issue with this many events; the older its number, the longer ago. */
    Issue issue(int number, IssueStatus status, int events) {
        List<ErrorEvent> own =
                IntStream.range(0, events).mapToObj(i -> event(number, i)).toList();
        Issue issue = new Issue(
                number,
                "SHOP-" + number,
                "%032x".formatted(number),
                1,
                "PaymentDeclined",
                "card <expired> no. " + number,
                "PaymentResource.pay",
                "POST /orders/{id}/pay",
                Level.ERROR,
                "java",
                status,
                false,
                clock.instant().minusSeconds(86_400),
                clock.instant().minusSeconds(1_000 - number),
                "1.4.2",
                "1.4.3",
                1_204,
                318,
                null);
        Activity seen = new Activity(issue.firstSeen(), Activity.Kind.FIRST_SEEN, null, "1.4.2");
        store.add(issue, own, new long[] {3, 0, 7}, List.of(seen));
        return issue;
    }

    static String eventId(int issue, int number) {
        return "%016x%016x".formatted(issue, number);
    }

    private ErrorEvent event(int issue, int number) {
        StackFrame thrower = new StackFrame(
                "shop.Payment",
                "charge",
                "Payment.java",
                null,
                91,
                0,
                true,
                Map.of("orderId", 42),
                new SourceContext(List.of("a();"), "charge();", List.of("b();")));
        StackFrame caller = StackFrame.java("org.jboss.weld.Proxy", "invoke", "Proxy.java", 12, false);
        ExceptionInfo thrown = ExceptionInfo.ofClass(
                "shop.PaymentDeclined",
                "card <expired> no. " + issue,
                Mechanism.of("jaxrs", false),
                List.of(thrower, caller));
        ExceptionInfo cause = ExceptionInfo.ofClass(
                "java.net.SocketTimeoutException",
                "read timed out",
                new Mechanism("chained", null, "cause", 1, 0, Map.of()),
                List.of(caller));
        return ErrorEvent.builder(eventId(issue, number), clock.instant().minusSeconds(number))
                .exceptions(List.of(thrown, cause))
                .environment("production")
                .release("1.4.3")
                .serverName("node-2")
                .transaction("POST /orders/{id}/pay")
                .user(User.withId("42").username("jo").email("jo@example.com"))
                .request(new Request("POST", "http://shop/orders/42/pay", "a=1&b=%20x&c", Map.of("host", "shop")))
                .breadcrumbs(List.of(Breadcrumb.of("checkout", "code applied")
                        .at(clock.instant())
                        .data("code", "SAVE20")))
                .tag("section", "checkout")
                .extra("weights", List.of(1, 2.5, Double.NaN))
                .context("runtime", Map.of("name", "OpenJDK", "version", "17"))
                .sdk("errortracker/0.1.0")
                .build();
    }

    @Override
    public void close() {
        server.close();
        kept.close();
    }
}
