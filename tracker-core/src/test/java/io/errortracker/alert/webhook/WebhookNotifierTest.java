package io.errortracker.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.errortracker.alert.Links;
import io.errortracker.alert.Message;
import io.errortracker.alert.NotSent;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Posts to a real HTTP server. */
@Timeout(60)
class WebhookNotifierTest {
    private static final String SECRET = "a secret of 27 characters!!";
    private static final Clock CLOCK = Clock.fixed(Webhooks.NOW, ZoneOffset.UTC);

    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile int status = 200;

    private record Post(String path, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.get(name).get(0);
        }

        JsonObject json() {
            return Json.createReader(new StringReader(body)).readObject();
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            posts.add(new Post(
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            if (status / 100 == 3) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_post_is_signed_over_its_time_and_body_and_names_itself() throws Exception {
        notifier(Shape.GENERIC).send(Webhooks.to(null));

        Post post = posts.get(0);
        assertThat(post.path()).isEqualTo("/hook?token=1");
        assertThat(post.header("Content-type")).isEqualTo("application/json; charset=utf-8");
        assertThat(post.header("Idempotency-key")).isEqualTo("a".repeat(32));
        assertThat(post.header("X-tracker-timestamp")).isEqualTo(String.valueOf(Webhooks.NOW.getEpochSecond()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] expected =
                mac.doFinal((Webhooks.NOW.getEpochSecond() + "." + post.body()).getBytes(StandardCharsets.UTF_8));
        assertThat(post.header("X-tracker-signature"))
                .isEqualTo("sha256=" + HexFormat.of().formatHex(expected));
    }

    @Test
    void our_own_json_says_everything() throws Exception {
        notifier(Shape.GENERIC).send(Webhooks.to(null));

        JsonObject json = posts.get(0).json();
        assertThat(json.getString("kind")).isEqualTo("regression");
        assertThat(json.getString("application")).isEqualTo("shop");
        assertThat(json.getString("link")).isEqualTo("https://shop.example/shop/errors/issues/SHOP-1");
        JsonObject issue = json.getJsonObject("issue");
        assertThat(issue.getString("short_id")).isEqualTo("SHOP-1");
        assertThat(issue.getString("value")).isEqualTo("card expired");
        assertThat(issue.getInt("users")).isEqualTo(318);
        assertThat(issue.getJsonArray("frames")).hasSize(2);
    }

    @Test
    void a_digest_names_its_issues_in_every_shape() throws Exception {
        for (Shape shape : Shape.values()) {
            notifier(shape).send(Webhooks.digest(500, "it"));
        }

        assertThat(posts.get(0).json().getJsonArray("issues")).hasSize(500);
        assertThat(posts.subList(1, 4))
                .allSatisfy(post -> assertThat(post.body()).contains("SHOP-1", "more", "500 further alerts"));
        assertThat(posts.get(3).json().getJsonArray("embeds").getJsonObject(0).getString("description"))
                .hasSizeLessThan(4_096);
        assertThat(posts.get(1).json().getJsonArray("blocks"))
                .allSatisfy(block -> assertThat(block.toString()).hasSizeLessThan(3_300));
    }

    @Test
    void slack_gets_blocks_and_a_button() throws Exception {
        notifier(Shape.SLACK).send(Webhooks.to(null));

        JsonObject json = posts.get(0).json();
        assertThat(json.getString("text")).isEqualTo("[shop] Regression SHOP-1: PaymentDeclined: card expired");
        assertThat(json.getJsonArray("blocks").toString())
                .contains("PaymentResource.pay", "1,204 events, 318 users", "\"type\":\"button\"");
    }

    @Test
    void teams_gets_an_adaptive_card() throws Exception {
        notifier(Shape.TEAMS).send(Webhooks.to(null));

        JsonObject attachment = posts.get(0).json().getJsonArray("attachments").getJsonObject(0);
        assertThat(attachment.getString("contentType")).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(attachment.getJsonObject("content").getString("type")).isEqualTo("AdaptiveCard");
    }

    @Test
    void discord_gets_an_embed_that_calls_nobody() throws Exception {
        notifier(Shape.DISCORD).send(Webhooks.to(null, "@everyone <@&1> **x**", Webhooks.LINKS));

        JsonObject json = posts.get(0).json();
        assertThat(json.getJsonObject("allowed_mentions").getJsonArray("parse")).isEmpty();
        assertThat(json.getJsonArray("embeds").getJsonObject(0).getString("url"))
                .isEqualTo("https://shop.example/shop/errors/issues/SHOP-1");
    }

    @ParameterizedTest
    @EnumSource
    void hostile_text_is_json_of_one_line_that_formats_and_calls_nothing(Shape shape) throws Exception {
        for (String hostile : List.of(
                "a\r\nX-Evil: 1",
                "\"},{\"evil\":\"1",
                "<!channel> <https://evil.example|click>",
                "</script><script>alert(1)</script>",
                "\u001b[31m",
                "\u202eevil",
                "\ud800",
                "```\n*bold* [x](https://evil.example)",
                "\u2028")) {
            notifier(shape).send(Webhooks.to(null, hostile, new Links(null)));
            Post post = posts.get(posts.size() - 1);
            assertThat(post.json()).isNotEmpty();
            assertThat(post.headers()).doesNotContainKey("X-evil");
            assertThat(post.body().chars()).allMatch(c -> c >= 0x20 && c < 0x7f);
            assertThat(post.body()).doesNotContain("<!channel>", "<script", "<https");
            if (shape == Shape.SLACK) {
                assertThat(post.json().toString()).doesNotContain("<!channel>", "<https");
            }
            if (shape == Shape.TEAMS) {
                assertThat(post.json().toString()).doesNotContain("[x](https");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirects_are_not_followed(int redirect) {
        status = redirect;

        assertThatThrownBy(() -> notifier(Shape.GENERIC).send(Webhooks.to(null)))
                .isInstanceOf(NotSent.class)
                .hasMessageContaining("redirects are not followed");
        assertThat(posts).extracting(Post::path).containsExactly("/hook?token=1");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 410, 429, 500, 503})
    void any_other_answer_is_told(int answer) {
        status = answer;

        assertThatThrownBy(() -> notifier(Shape.GENERIC).send(Webhooks.to(null)))
                .isInstanceOf(NotSent.class)
                .hasMessage("It answered " + answer + ".");
    }

    @Test
    void the_name_is_resolved_once_and_exactly_that_address_is_asked() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        String url = "http://hooks.example:" + server.getAddress().getPort() + "/hook";
        WebhookNotifier notifier = new WebhookNotifier(
                new WebhookSettings(url, Shape.GENERIC, null),
                host -> {
                    asked.incrementAndGet();
                    return new InetAddress[] {InetAddress.getLoopbackAddress()};
                },
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                CLOCK);

        notifier.send(Webhooks.to(null));

        assertThat(asked).hasValue(1);
        assertThat(posts.get(0).header("Host"))
                .isEqualTo("hooks.example:" + server.getAddress().getPort());
        assertThat(posts.get(0).headers()).doesNotContainKey("X-tracker-signature");
    }

    @Test
    void a_system_wide_proxy_is_not_asked() throws Exception {
        try (ServerSocket proxy = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(proxy.getLocalPort());
            Map<String, String> settings = Map.of(
                    "socksProxyHost",
                    "127.0.0.1",
                    "socksProxyPort",
                    port,
                    "http.proxyHost",
                    "127.0.0.1",
                    "http.proxyPort",
                    port);
            settings.forEach(System::setProperty);
            try {
                notifier(Shape.GENERIC).send(Webhooks.to(null));
            } finally {
                settings.keySet().forEach(System::clearProperty);
            }
        }
        assertThat(posts).hasSize(1);
    }

    @Test
    void who_answers_must_prove_to_have_the_name() {
        String url = "https://127.0.0.1:" + server.getAddress().getPort() + "/hook";
        WebhookNotifier notifier = new WebhookNotifier(new WebhookSettings(url, Shape.GENERIC, SECRET), CLOCK);

        assertThatThrownBy(() -> notifier.send(Webhooks.to(null))).isInstanceOf(NotSent.class);
        assertThat(posts).isEmpty();
    }

    @Test
    void one_that_drips_for_ever_or_says_nothing_of_http_is_given_up() throws Exception {
        try (ServerSocket odd = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread dripping = new Thread(() -> answer(odd));
            dripping.setDaemon(true);
            dripping.start();
            WebhookNotifier notifier = notifier("http://127.0.0.1:" + odd.getLocalPort() + "/");

            assertThatThrownBy(() -> notifier.send(Webhooks.to(null)))
                    .isInstanceOf(NotSent.class)
                    .hasMessageContaining("its answer is not HTTP");
        }
    }

    /** Far more than is read of an answer, with no end of a line. */
    private static void answer(ServerSocket odd) {
        try (Socket caller = odd.accept()) {
            InputStream in = caller.getInputStream();
            in.read(new byte[1_024]);
            for (int i = 0; i < 1_000_000; i++) {
                caller.getOutputStream().write(new byte[] {'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x'});
            }
        } catch (IOException given) {
            assertThat(given).isNotNull();
        }
    }

    @Test
    void where_it_goes_is_shown_without_what_is_secret_about_it() {
        WebhookNotifier notifier = notifier("https://hooks.slack.example/services/T0/B0/secret?x=1");

        assertThat(notifier.destination(null)).isEqualTo("https://hooks.slack.example/…");
        assertThat(notifier.destination("slack https://hooks.slack.example/services/secret"))
                .isEqualTo("https://hooks.slack.example/…");
        assertThat(new WebhookSettings("https://secret.example/", Shape.GENERIC, SECRET).toString())
                .doesNotContain("secret");
    }

    private WebhookNotifier notifier(Shape shape) {
        return notifier("http://127.0.0.1:" + server.getAddress().getPort() + "/hook?token=1", shape);
    }

    private static WebhookNotifier notifier(@Nullable String url) {
        return notifier(url, Shape.GENERIC);
    }

    private static WebhookNotifier notifier(@Nullable String url, Shape shape) {
        return new WebhookNotifier(new WebhookSettings(url, shape, SECRET), CLOCK);
    }

    @Test
    void a_rule_may_name_a_shape_that_does_not_exist_only_in_vain() {
        Message message = Webhooks.to("pigeon https://hooks.example/");

        assertThatThrownBy(() -> notifier((String) null).send(message)).hasMessageContaining("no webhook of the kind");
    }
}
