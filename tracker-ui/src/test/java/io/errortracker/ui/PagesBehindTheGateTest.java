package io.errortracker.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.health.SelfHealth;
import io.errortracker.issue.Issue;
import io.errortracker.issue.IssueStatus;
import io.errortracker.noise.NoiseRules;
import io.errortracker.store.IssueQuery;
import io.errortracker.store.RetentionPolicy;
import io.errortracker.ui.access.Access;
import io.errortracker.ui.access.AccessSettings;
import io.errortracker.ui.access.Call;
import io.errortracker.ui.access.FakeClock;
import io.errortracker.ui.access.FakeLog;
import io.errortracker.ui.access.FakeTokens;
import io.errortracker.ui.access.Reply;
import io.errortracker.ui.access.SecurityHeaders;
import io.errortracker.ui.access.TestServer;
import io.errortracker.ui.page.NoiseParts;
import io.errortracker.ui.page.QueueFill;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real pages behind the real gate. */
class PagesBehindTheGateTest {
    private static final String ROOT = "/shop/errors";
    private static final AccessSettings NOTHING = AccessSettings.none("/shop", "/errors");
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final SampleAlerts alerts = SampleAlerts.empty(Clock.systemUTC());
    private final InMemoryIssueStore store = SampleShop.filled();
    private final Issue issue = store.issues(IssueQuery.unresolved()).issues().get(0);

    @AfterEach
    void close() {
        alerts.close();
    }

    @Test
    void nobody_sees_a_page_or_a_static_file_or_changes_anything_without_being_let_in() {
        for (AccessSettings settings : List.of(
                NOTHING,
                NOTHING.withRoles("admins", "viewers"),
                NOTHING.withPassword("correct horse", false),
                NOTHING.withBaseUrl("https://shop.example/shop"))) {
            try (TestServer server = serving(settings)) {
                for (String path : paths()) {
                    for (String method : List.of("GET", "HEAD", "POST", "PUT", "DELETE")) {
                        Reply reply = Call.of(method, ROOT + path).fromOurPage().to(server);
                        assertThat(reply.status()).as(method + " " + path).isIn(303, 401, 404);
                        assertThat(reply.body()).doesNotContain(issue.type());
                    }
                }
            }
        }
        assertThat(store.issue(issue.id()).orElseThrow().status()).isEqualTo(IssueStatus.UNRESOLVED);
    }

    @Test
    void a_viewer_sees_every_page_and_changes_nothing() {
        try (TestServer server = serving(NOTHING.withRoles("admins", "viewers"))) {
            UnaryOperator<Call> viewer =
                    call -> call.with("Authorization", basic("victor")).fromOurPage();
            Reply page = viewer.apply(Call.get(ROOT)).to(server);
            assertThat(page.body()).contains(issue.type());

            Reply change = viewer.apply(resolve(token(page))).to(server);
            assertThat(change.status()).isEqualTo(403);
            assertThat(store.issue(issue.id()).orElseThrow().status()).isEqualTo(IssueStatus.UNRESOLVED);
        }
    }

    @Test
    void somebody_signs_in_resolves_an_issue_and_signs_out() {
        try (TestServer server = serving(NOTHING.withPassword("correct horse", false))) {
            Reply in = Call.post(ROOT + "/sign-in", "password=correct+horse")
                    .fromOurPage()
                    .to(server);
            UnaryOperator<Call> admin = call -> call.with("Cookie", in.cookie()).fromOurPage();
            Reply page = admin.apply(Call.get(ROOT)).to(server);
            assertThat(page.status()).isEqualTo(200);
            SecurityHeaders.ALL.forEach(
                    (name, value) -> assertThat(page.all(name)).as(name).containsExactly(value));

            assertThat(admin.apply(resolve("forged")).to(server).status()).isEqualTo(403);
            assertThat(resolve(token(page))
                            .with("Cookie", in.cookie())
                            .with("Sec-Fetch-Site", "cross-site")
                            .to(server)
                            .status())
                    .isEqualTo(403);
            assertThat(store.issue(issue.id()).orElseThrow().status()).isEqualTo(IssueStatus.UNRESOLVED);

            assertThat(admin.apply(resolve(token(page))).to(server).status()).isEqualTo(303);
            assertThat(store.issue(issue.id()).orElseThrow().status()).isEqualTo(IssueStatus.RESOLVED);

            Call signOut = admin.apply(Call.post(ROOT + "/sign-out", "csrf=" + token(page)));
            assertThat(signOut.to(server).status()).isEqualTo(303);
            assertThat(admin.apply(Call.get(ROOT)).to(server).status()).isEqualTo(303);
        }
    }

    @Test
    void every_answer_to_somebody_who_was_let_in_has_its_headers() {
        try (TestServer server = serving(NOTHING.withDev(true))) {
            for (String path : paths()) {
                for (String method : List.of("GET", "HEAD", "POST", "PUT", "DELETE")) {
                    Reply reply = Call.of(method, ROOT + path).fromOurPage().to(server);
                    SecurityHeaders.ALL.forEach((name, value) -> assertThat(reply.all(name))
                            .as(method + " " + path + " " + name)
                            .containsExactly(value));
                }
            }
        }
    }

    /** Pages, buttons, exports, what does not exist. */
    private List<String> paths() {
        String own = "/issues/" + issue.shortId();
        String event = own + "/events/"
                + store.latestEvent(issue.id()).orElseThrow().event().id();
        return List.of(
                "",
                "/",
                "/health",
                "/alerts",
                "/alerts/rule",
                "/alerts/rule?key=spike",
                "/alerts/save",
                "/alerts/test",
                "/nothing",
                "/theme",
                "/issues/bulk",
                "/issues/SHOP-9999",
                own,
                own + "/events",
                own + "/resolve",
                own + "/ignore",
                event,
                event + "/json",
                event + "/text",
                own + "/events/latest");
    }

    private Call resolve(String token) {
        return Call.post(ROOT + "/issues/" + issue.shortId() + "/resolve", "csrf=" + token);
    }

    private static String token(Reply page) {
        Matcher matcher = TOKEN.matcher(page.body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String basic(String name) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + name).getBytes(StandardCharsets.UTF_8));
    }

    private TestServer serving(AccessSettings settings) {
        FakeClock clock = new FakeClock();
        SelfHealth health = new SelfHealth(clock, new FakeLog());
        Access access = Access.of(settings, new FakeTokens(), clock, new SecureRandom(), health);
        UiServlet pages = new UiServlet(new UiParts(
                store,
                new SampleTraces(),
                health,
                access.gate(),
                clock,
                "shop",
                () -> new QueueFill(0, 1_024),
                new RetentionPolicy(Duration.ofDays(90), 20_000, 512L << 20),
                new NoiseParts(new InMemoryNoiseStore(store, clock), NoiseRules.defaultsOnly(), 100, 20_000),
                null,
                access.apiTokens(),
                List::of,
                event -> "{}",
                new InMemoryMerging(store),
                new InMemoryRegrouping().regrouper(health, clock),
                SampleReleases.none(clock, health),
                alerts.desk));
        return new TestServer(Map.of("/errors/*", pages));
    }
}
