package io.errortracker.ui;

import io.errortracker.event.Breadcrumb;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Level;
import io.errortracker.event.Mechanism;
import io.errortracker.event.Request;
import io.errortracker.event.SourceContext;
import io.errortracker.event.StackFrame;
import io.errortracker.event.User;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Events as the sample shop's requests, timers and jobs make them. */
final class SampleEvents {
    private static final String[][] PEOPLE = {
        {"42", "jo", "jo@example.com"},
        {"7", "mara", "mara@example.com"},
        {"118", "li.wei", "li@example.com"},
        {"93", "amina", "amina@example.com"},
        {"5", "tomasz", "tomasz@example.com"}
    };
    private static final String[] BROWSERS = {"Chrome 131", "Firefox 133", "Chrome 131", "Safari 18", "Edge 131"};
    private static final String[] SERVERS = {"node-1", "node-2", "node-2", "node-3"};

    private SampleEvents() {}

    static ErrorEvent of(SampleShop.Trouble trouble, Instant when, int turn, Random random) {
        String[] person = PEOPLE[turn % PEOPLE.length];
        String[] entry = trouble.entry().split(" ", 2);
        boolean web = entry.length == 2 && entry[1].startsWith("/");
        ErrorEvent.Builder event = ErrorEvent.builder(
                        String.format("%016x%016x", random.nextLong(), random.nextLong()), when)
                .level(trouble.level())
                .environment(turn == 4 ? "staging" : "production")
                .release(turn < 4 ? trouble.last() : trouble.first())
                .serverName(SERVERS[turn % SERVERS.length])
                .transaction(trouble.entry())
                .sdk("errortracker/0.1.0")
                .threadName("default task-" + (turn + 3))
                .tag("server", SERVERS[turn % SERVERS.length])
                .tag("environment", turn == 4 ? "staging" : "production")
                .tag("release", turn < 4 ? trouble.last() : trouble.first())
                .extra("orderId", 20731 + turn)
                .extra("basket", basket())
                .extra("trackingPage", "https://carrier.example.com/track/8812")
                .context("runtime", orderedMap("name", "OpenJDK 64-Bit Server VM", "version", "21.0.5+11-LTS"))
                .context("os", orderedMap("name", "Linux", "version", "6.1.0-27-amd64"))
                .context("jvm", orderedMap("heap_used", "412 MB", "heap_max", "1024 MB", "threads", 143, "load", 1.8))
                .context("jta", orderedMap("status", "active", "rolls_back", true))
                .modules(orderedStrings("shop-core", "1.4.3", "commons-lang3", "3.17.0"));
        if (web) {
            event.user(User.withId(person[0]).username(person[1]).email(person[2]))
                    .tag("browser", BROWSERS[turn % BROWSERS.length])
                    .tag("section", "checkout")
                    .context(
                            "browser",
                            orderedMap("name", BROWSERS[turn % BROWSERS.length].split(" ")[0], "version", "131.0.0"))
                    .context("trace", orderedMap("trace_id", SampleTraces.TRACE, "parent_span_id", "3333333333333333"))
                    .context("response", orderedMap("status_code", 500))
                    .request(request(entry[0], entry[1]));
        }
        for (Breadcrumb crumb : breadcrumbs(when)) {
            event.breadcrumb(crumb);
        }
        return trouble.type().equals("Message")
                ? event.message(trouble.value()).build()
                : event.exceptions(exceptions(trouble)).build();
    }

    private static Request request(String method, String path) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("host", "shop.example.com");
        headers.put(
                "user-agent",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36");
        headers.put("accept", "application/json");
        headers.put("content-type", "application/json");
        headers.put("referer", "https://shop.example.com/basket");
        headers.put("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        headers.put("authorization", "[not stored]");
        headers.put("cookie", "[not stored]");
        return new Request(
                method,
                "https://shop.example.com" + path.replace("{id}", "20731"),
                "step=confirm&token=[scrubbed]",
                headers);
    }

    private static List<Breadcrumb> breadcrumbs(Instant when) {
        return List.of(
                Breadcrumb.of("session", "Signed in").at(when.minusSeconds(312)),
                Breadcrumb.of("http", "GET /basket")
                        .type("http")
                        .data("status_code", 200)
                        .data("ms", 18)
                        .at(when.minusSeconds(48)),
                Breadcrumb.of("checkout", "User applied discount code")
                        .data("code", "SAVE20")
                        .at(when.minusSeconds(21)),
                Breadcrumb.of("query", "select b from Basket b where b.customer = ?1")
                        .type("query")
                        .level(Level.DEBUG)
                        .data("ms", 3)
                        .at(when.minusMillis(940)),
                Breadcrumb.of("http", "POST https://payments.example.com/v2/charge")
                        .type("http")
                        .data("status_code", 402)
                        .level(Level.WARNING)
                        .at(when.minusMillis(310)),
                Breadcrumb.of("com.acme.shop.payment.Gateway", "Charge refused: card expired, card=[scrubbed]")
                        .level(Level.ERROR)
                        .at(when.minusMillis(40)));
    }

    private static List<ExceptionInfo> exceptions(SampleShop.Trouble trouble) {
        String where = trouble.where();
        if (where.contains(" ")) {
            StackFrame frame = new StackFrame(
                    null,
                    "sumOf",
                    "checkout.ts",
                    "https://shop.example.com/assets/checkout.ts",
                    88,
                    31,
                    true,
                    Map.of(),
                    new SourceContext(
                            List.of(
                                    "export function sumOf(lines: Line[]) {",
                                    "  let sum = 0;",
                                    "  for (const line of lines) {"),
                            "    sum += line.product.price * line.amount;",
                            List.of("  }", "  return sum;", "}")));
            return List.of(new ExceptionInfo(
                    null, trouble.type(), trouble.value(), Mechanism.of("onerror", false), List.of(frame)));
        }
        String type = where.substring(0, where.lastIndexOf('.'));
        String method = where.substring(where.lastIndexOf('.') + 1);
        StackFrame thrower = SampleStacks.app(
                type,
                method,
                58,
                orderedMap(
                        "orderId", 20731, "request", "PayRequest[card=[scrubbed], amount=129.90 EUR, saveCard=false]"));
        StackFrame service = SampleStacks.app(
                "order.CheckoutService",
                "charge",
                91,
                orderedMap(
                        "order",
                        "Order#20731",
                        "attempt",
                        2,
                        "coupons",
                        List.of("SAVE20", "FREESHIP"),
                        "password",
                        "[scrubbed]"));
        StackFrame resource = SampleStacks.app("order.CheckoutResource", "checkout", 44, orderedMap("id", 20731));
        StackFrame client = SampleStacks.app("payment.GatewayClient", "post", 133, Map.of());
        String top = trouble.type().startsWith("shop.") ? "com.acme." + trouble.type() : trouble.type();
        Mechanism cause = new Mechanism("chained", null, "cause", 1, 0, Map.of());
        Mechanism suppressed = new Mechanism("chained", null, "suppressed[0]", 2, 0, Map.of());
        List<StackFrame> frames = SampleStacks.request(thrower, service, resource);
        return List.of(
                ExceptionInfo.ofClass(
                        top, trouble.value().isEmpty() ? null : trouble.value(), Mechanism.of("jaxrs", false), frames),
                ExceptionInfo.ofClass(
                        "java.io.UncheckedIOException",
                        "HTTP 402 from payments.example.com",
                        cause,
                        SampleStacks.network(client, frames.subList(1, frames.size()))),
                ExceptionInfo.ofClass(
                        "java.lang.IllegalStateException",
                        "Connection was already closed",
                        suppressed,
                        SampleStacks.resource(resource)));
    }

    private static Map<String, Object> basket() {
        return orderedMap(
                "id",
                5591,
                "lines",
                List.of(orderedMap("sku", "tea-104", "amount", 2), orderedMap("sku", "cup-9", "amount", 1)),
                "total",
                "129.90 EUR");
    }

    private static Map<String, Object> orderedMap(@Nullable Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static Map<String, String> orderedStrings(String... keysAndValues) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
