package io.errortracker.ui;

import io.errortracker.event.Breadcrumb;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Level;
import io.errortracker.event.Mechanism;
import io.errortracker.event.Request;
import io.errortracker.event.StackFrame;
import io.errortracker.event.User;
import io.errortracker.issue.Issue;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.Activity;
import io.errortracker.store.StoreHealth;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A shop in which a good deal went wrong. The same for every run. */
final class SampleShop {
    static final Instant NOW = Instant.parse("2026-11-23T14:37:12Z");
    static final Clock CLOCK = Clock.fixed(NOW, java.time.ZoneOffset.UTC);
    private static final int HOURS = 14 * 24;
    private static final String[][] PEOPLE = {
        {"42", "jo", "jo@example.com"},
        {"7", "mara", "mara@example.com"},
        {"118", "li.wei", "li@example.com"},
        {"93", "amina", "amina@example.com"},
        {"5", "tomasz", "tomasz@example.com"}
    };
    private static final String[] BROWSERS = {"Chrome 131", "Firefox 133", "Chrome 131", "Safari 18", "Edge 131"};
    private static final String[] SERVERS = {"node-1", "node-2", "node-2", "node-3"};

    private final InMemoryIssueStore store = new InMemoryIssueStore(CLOCK);
    private long nextId = 1;

    /** What goes wrong again and again. */
    private record Trouble(
            String type,
            String value,
            String where,
            String entry,
            Level level,
            Shape shape,
            int size,
            long users,
            Duration age,
            Duration quiet,
            String first,
            String last,
            IssueStatus status,
            boolean regressed) {}

    /** How it is spread over time. */
    private enum Shape {
        STEADY,
        GROWING,
        SPIKE,
        RARE,
        DAYTIME,
        BACK
    }

    static InMemoryIssueStore filled() {
        SampleShop shop = new SampleShop();
        shop.fill();
        return shop.store;
    }

    private void fill() {
        for (Trouble trouble : troubles()) {
            add(trouble);
        }
        store.health(new StoreHealth(
                StoreHealth.State.OPEN,
                "/opt/wildfly/standalone/data/errortracker/shop.mv.db",
                48_300_000,
                11_842,
                nextId - 1,
                List.of(),
                NOW.minus(Duration.ofMinutes(22)),
                1_204));
    }

    private static List<Trouble> troubles() {
        IssueStatus open = IssueStatus.UNRESOLVED;
        IssueStatus done = IssueStatus.RESOLVED;
        IssueStatus ignored = IssueStatus.IGNORED;
        return List.of(
                t(
                        "shop.payment.PaymentDeclined",
                        "card expired for order 20731",
                        "payment.PaymentResource.pay",
                        "POST /orders/{id}/pay",
                        Level.ERROR,
                        Shape.SPIKE,
                        90,
                        318,
                        hours(19),
                        minutes(3),
                        "1.4.3",
                        "1.4.3",
                        open,
                        false),
                t(
                        "java.lang.NullPointerException",
                        "Cannot invoke \"com.acme.shop.basket.Basket.lines()\" because \"basket\" is null",
                        "basket.BasketService.total",
                        "GET /basket",
                        Level.ERROR,
                        Shape.BACK,
                        26,
                        40,
                        days(12),
                        minutes(11),
                        "1.3.9",
                        "1.4.3",
                        open,
                        true),
                t(
                        "jakarta.persistence.OptimisticLockException",
                        "Row was updated or deleted by another transaction: com.acme.shop.stock.StockItem#8812",
                        "stock.StockService.reserve",
                        "POST /basket/lines",
                        Level.ERROR,
                        Shape.GROWING,
                        60,
                        133,
                        days(9),
                        minutes(1),
                        "1.4.1",
                        "1.4.3",
                        open,
                        false),
                t(
                        "java.lang.OutOfMemoryError",
                        "Java heap space",
                        "report.MonthlyReport.render",
                        "timer MonthlyReport.render",
                        Level.FATAL,
                        Shape.RARE,
                        1,
                        0,
                        days(4),
                        hours(5),
                        "1.4.2",
                        "1.4.2",
                        open,
                        false),
                t(
                        "java.net.SocketTimeoutException",
                        "Read timed out",
                        "shipping.CarrierClient.quote",
                        "GET /shipping/quote",
                        Level.WARNING,
                        Shape.DAYTIME,
                        14,
                        207,
                        days(13),
                        minutes(7),
                        "1.3.2",
                        "1.4.3",
                        open,
                        false),
                t(
                        "jakarta.validation.ConstraintViolationException",
                        "Validation failed for classes [com.acme.shop.order.Address]: postcode must match \"[0-9]{5}\"",
                        "order.OrderService.place",
                        "POST /orders",
                        Level.ERROR,
                        Shape.DAYTIME,
                        9,
                        88,
                        days(11),
                        minutes(32),
                        "1.4.0",
                        "1.4.3",
                        open,
                        false),
                t(
                        "java.sql.SQLIntegrityConstraintViolationException",
                        "Duplicate entry '[email]' for key 'customer.email'",
                        "account.CustomerRepository.save",
                        "POST /account",
                        Level.ERROR,
                        Shape.STEADY,
                        4,
                        61,
                        days(10),
                        minutes(48),
                        "1.3.9",
                        "1.4.3",
                        open,
                        false),
                t(
                        "jakarta.ejb.EJBTransactionRolledbackException",
                        "Transaction rolled back by timeout after 300 seconds",
                        "search.IndexRebuild.run",
                        "job IndexRebuild.run",
                        Level.ERROR,
                        Shape.RARE,
                        2,
                        0,
                        days(13),
                        hours(2),
                        "1.4.2",
                        "1.4.3",
                        open,
                        false),
                t(
                        "java.lang.IllegalStateException",
                        "Discount code SAVE20 was already applied to basket 5591",
                        "basket.DiscountService.apply",
                        "POST /basket/discount",
                        Level.ERROR,
                        Shape.STEADY,
                        3,
                        29,
                        days(6),
                        hours(1),
                        "1.4.2",
                        "1.4.3",
                        open,
                        false),
                t(
                        "jakarta.mail.SendFailedException",
                        "Invalid Addresses; 550 5.1.1 mailbox unavailable",
                        "mail.OrderMails.confirm",
                        "queue OrderPlaced",
                        Level.WARNING,
                        Shape.STEADY,
                        2,
                        19,
                        days(13),
                        hours(1),
                        "1.2.0",
                        "1.4.3",
                        open,
                        false),
                t(
                        "java.util.ConcurrentModificationException",
                        "",
                        "basket.BasketService.merge",
                        "POST /session",
                        Level.ERROR,
                        Shape.RARE,
                        2,
                        8,
                        days(8),
                        hours(3),
                        "1.4.1",
                        "1.4.3",
                        open,
                        false),
                t(
                        "org.hibernate.LazyInitializationException",
                        "Cannot lazily initialize collection of role 'com.acme.shop.order.Order.lines' with key '20418' (no session)",
                        "order.OrderView.of",
                        "GET /orders/{id}",
                        Level.ERROR,
                        Shape.GROWING,
                        12,
                        51,
                        hours(7),
                        minutes(19),
                        "1.4.3",
                        "1.4.3",
                        open,
                        false),
                t(
                        "jakarta.ws.rs.ProcessingException",
                        "RESTEASY004655: Unable to invoke request: java.net.ConnectException: Connection refused",
                        "stock.WarehouseClient.levels",
                        "timer StockSync.run",
                        Level.ERROR,
                        Shape.SPIKE,
                        30,
                        0,
                        days(5),
                        hours(4),
                        "1.4.0",
                        "1.4.2",
                        open,
                        false),
                t(
                        "com.acme.shop.price.UnknownCurrency",
                        "XBT",
                        "price.PriceList.in",
                        "GET /products/{sku}",
                        Level.WARNING,
                        Shape.RARE,
                        2,
                        4,
                        days(3),
                        hours(9),
                        "1.4.2",
                        "1.4.3",
                        open,
                        false),
                t(
                        "java.lang.NumberFormatException",
                        "For input string: \"3,5\"",
                        "product.WeightParser.parse",
                        "POST /admin/import",
                        Level.ERROR,
                        Shape.RARE,
                        3,
                        2,
                        days(12),
                        hours(12),
                        "1.3.9",
                        "1.4.2",
                        open,
                        false),
                t(
                        "TypeError",
                        "Cannot read properties of undefined (reading 'price')",
                        "checkout.ts in sumOf",
                        "/checkout",
                        Level.ERROR,
                        Shape.DAYTIME,
                        6,
                        73,
                        days(7),
                        minutes(26),
                        "web-118",
                        "web-121",
                        open,
                        false),
                t(
                        "java.io.FileNotFoundException",
                        "/srv/shop/images/sku-99120.webp (No such file or directory)",
                        "product.ImageServlet.doGet",
                        "GET /images/*",
                        Level.INFO,
                        Shape.DAYTIME,
                        7,
                        112,
                        days(13),
                        minutes(5),
                        "1.2.0",
                        "1.4.3",
                        open,
                        false),
                t(
                        "jakarta.json.JsonException",
                        "Unexpected char 60 at (line no=1, column no=1, offset=0), expecting '{'",
                        "shipping.CarrierClient.parse",
                        "GET /shipping/quote",
                        Level.ERROR,
                        Shape.SPIKE,
                        11,
                        34,
                        days(2),
                        hours(6),
                        "1.4.2",
                        "1.4.3",
                        open,
                        false),
                t(
                        "Message",
                        "Stock of sku-1044 is below zero: -3",
                        "stock.StockAudit.check",
                        "timer StockAudit.check",
                        Level.WARNING,
                        Shape.RARE,
                        4,
                        0,
                        days(9),
                        hours(8),
                        "1.4.0",
                        "1.4.3",
                        open,
                        false),
                t(
                        "java.lang.ArithmeticException",
                        "/ by zero",
                        "report.ConversionRate.of",
                        "GET /admin/report",
                        Level.ERROR,
                        Shape.RARE,
                        1,
                        1,
                        hours(16),
                        hours(15),
                        "1.4.3",
                        "1.4.3",
                        open,
                        false),
                t(
                        "jakarta.transaction.RollbackException",
                        "ARJUNA016053: Could not commit transaction.",
                        "order.OrderService.cancel",
                        "DELETE /orders/{id}",
                        Level.ERROR,
                        Shape.STEADY,
                        1,
                        17,
                        days(12),
                        hours(7),
                        "1.3.2",
                        "1.4.3",
                        open,
                        false),
                t(
                        "java.util.concurrent.RejectedExecutionException",
                        "Task rejected from managed executor 'mail'",
                        "mail.MailQueue.offer",
                        "POST /orders",
                        Level.ERROR,
                        Shape.SPIKE,
                        20,
                        44,
                        days(1),
                        hours(20),
                        "1.4.2",
                        "1.4.2",
                        open,
                        false),
                t(
                        "com.acme.shop.account.PasswordTooOld",
                        "Password of customer 1184 is older than 365 days",
                        "account.LoginResource.login",
                        "POST /login",
                        Level.INFO,
                        Shape.DAYTIME,
                        3,
                        46,
                        days(13),
                        minutes(55),
                        "1.2.0",
                        "1.4.3",
                        open,
                        false),
                t(
                        "jakarta.faces.application.ViewExpiredException",
                        "viewId:/admin/orders.xhtml - View /admin/orders.xhtml could not be restored.",
                        "admin.OrdersBean.reload",
                        "POST /admin/orders.xhtml",
                        Level.WARNING,
                        Shape.DAYTIME,
                        2,
                        6,
                        days(10),
                        hours(2),
                        "1.3.2",
                        "1.4.3",
                        open,
                        false),
                t(
                        "java.lang.ClassCastException",
                        "class java.lang.Integer cannot be cast to class java.lang.Long",
                        "report.TopSellers.query",
                        "GET /admin/report",
                        Level.ERROR,
                        Shape.RARE,
                        2,
                        3,
                        days(6),
                        hours(30),
                        "1.4.1",
                        "1.4.2",
                        open,
                        false),
                t(
                        "java.lang.StackOverflowError",
                        "",
                        "category.CategoryTree.depth",
                        "GET /categories",
                        Level.FATAL,
                        Shape.SPIKE,
                        5,
                        12,
                        days(5),
                        hours(40),
                        "1.4.1",
                        "1.4.1",
                        open,
                        false),
                t(
                        "java.time.format.DateTimeParseException",
                        "Text '31.02.2026' could not be parsed at index 0",
                        "order.DeliveryDate.parse",
                        "POST /orders",
                        Level.ERROR,
                        Shape.RARE,
                        2,
                        9,
                        days(8),
                        hours(50),
                        "1.4.0",
                        "1.4.2",
                        open,
                        false),
                t(
                        "java.lang.IllegalArgumentException",
                        "No enum constant com.acme.shop.order.OrderState.SHIPED",
                        "order.OrderState.valueOf",
                        "PUT /orders/{id}/state",
                        Level.ERROR,
                        Shape.RARE,
                        3,
                        2,
                        days(11),
                        days(6),
                        "1.3.9",
                        "1.3.9",
                        done,
                        false),
                t(
                        "jakarta.persistence.NoResultException",
                        "No result found for query [from Customer where email = ?1]",
                        "account.CustomerRepository.byEmail",
                        "POST /login",
                        Level.ERROR,
                        Shape.STEADY,
                        5,
                        57,
                        days(13),
                        days(3),
                        "1.2.0",
                        "1.4.0",
                        done,
                        false),
                t(
                        "java.io.IOException",
                        "Broken pipe",
                        "product.FeedServlet.doGet",
                        "GET /feed.xml",
                        Level.WARNING,
                        Shape.DAYTIME,
                        8,
                        90,
                        days(13),
                        minutes(14),
                        "1.2.0",
                        "1.4.3",
                        ignored,
                        false));
    }

    @SuppressWarnings("TooManyParameters")
    private static Trouble t(
            String type,
            String value,
            String where,
            String entry,
            Level level,
            Shape shape,
            int size,
            long users,
            Duration age,
            Duration quiet,
            String first,
            String last,
            IssueStatus status,
            boolean regressed) {
        return new Trouble(
                type, value, where, entry, level, shape, size, users, age, quiet, first, last, status, regressed);
    }

    private static Duration minutes(long count) {
        return Duration.ofMinutes(count);
    }

    private static Duration hours(long count) {
        return Duration.ofHours(count);
    }

    private static Duration days(long count) {
        return Duration.ofDays(count);
    }

    private void add(Trouble trouble) {
        long id = nextId++;
        Random random = new Random(id * 7919);
        long[] hours = hours(trouble, random);
        List<ErrorEvent> events = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Instant when = NOW.minus(trouble.quiet()).minus(Duration.ofSeconds(i * (431L + random.nextInt(4000))));
            events.add(event(trouble, when, i, random));
        }
        String simple = trouble.type().substring(trouble.type().lastIndexOf('.') + 1);
        String culprit = trouble.where().contains(" ")
                ? trouble.where()
                : trouble.where().substring(trouble.where().indexOf('.') + 1);
        Issue issue = new Issue(
                id,
                "SHOP-" + (17 + id * 3),
                String.format("%032x", id * 0x9e3779b97f4a7c15L & Long.MAX_VALUE),
                1,
                simple,
                trouble.value(),
                culprit,
                trouble.entry(),
                trouble.level(),
                trouble.type().equals("TypeError") ? "javascript" : "java",
                trouble.status(),
                trouble.regressed(),
                NOW.minus(trouble.age()),
                NOW.minus(trouble.quiet()),
                trouble.first(),
                trouble.last(),
                Math.max(Arrays.stream(hours).sum(), 1),
                trouble.users(),
                trouble.regressed() ? NOW.minus(hours(9)) : null);
        store.add(issue, events, hours, activity(trouble));
    }

    private static List<Activity> activity(Trouble trouble) {
        List<Activity> done = new ArrayList<>();
        if (trouble.regressed()) {
            done.add(new Activity(NOW.minus(hours(9)), Activity.Kind.REGRESSED, null, "1.4.3"));
            done.add(new Activity(NOW.minus(days(3)), Activity.Kind.RESOLVED, "mara", null));
        }
        if (trouble.status() == IssueStatus.RESOLVED) {
            done.add(new Activity(NOW.minus(trouble.quiet()).plusSeconds(9000), Activity.Kind.RESOLVED, "jo", null));
        }
        if (trouble.status() == IssueStatus.IGNORED) {
            done.add(new Activity(NOW.minus(days(2)), Activity.Kind.IGNORED, "amina", null));
        }
        done.add(new Activity(NOW.minus(trouble.age()), Activity.Kind.FIRST_SEEN, null, trouble.first()));
        return done;
    }

    private static long[] hours(Trouble trouble, Random random) {
        long[] hours = new long[HOURS];
        int from = (int) Math.max(0, HOURS - 1 - trouble.age().toHours());
        int to = (int) (HOURS - 1 - trouble.quiet().plusMinutes(23).toHours());
        for (int i = from; i <= to; i++) {
            double noise = 0.5 + random.nextDouble();
            int clock = Math.floorMod(14 - (HOURS - 1 - i), 24);
            double day = Math.max(0.05, Math.sin(Math.PI * Math.max(0, clock - 5) / 19.0));
            double rate =
                    switch (trouble.shape()) {
                        case STEADY -> trouble.size() * noise * (0.4 + 0.6 * day);
                        case GROWING -> trouble.size() * noise * Math.pow((i - from + 1.0) / (to - from + 1.0), 2.2);
                        case SPIKE -> {
                            double far = (i - (from + (to - from) * 0.62)) / Math.max(2.0, (to - from) * 0.08);
                            yield trouble.size() * noise * (Math.exp(-far * far) + 0.06);
                        }
                        case RARE -> random.nextInt(14) == 0 ? trouble.size() : 0;
                        case DAYTIME -> trouble.size() * noise * day;
                        case BACK -> {
                            int back = HOURS - 9;
                            yield i >= back
                                    ? trouble.size() * noise * (i - back + 2) / 9.0
                                    : i < HOURS - 72 ? trouble.size() * 0.4 * noise * day : 0;
                        }
                    };
            hours[i] = Math.round(rate);
        }
        hours[from] = Math.max(1, hours[from]);
        hours[to] = Math.max(1, hours[to]);
        return hours;
    }

    private static ErrorEvent event(Trouble trouble, Instant when, int turn, Random random) {
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
                .context("jta", orderedMap("status", "STATUS_MARKED_ROLLBACK"))
                .modules(orderedStrings("shop-core", "1.4.3", "commons-lang3", "3.17.0"));
        if (web) {
            event.user(User.withId(person[0]).username(person[1]).email(person[2]))
                    .tag("browser", BROWSERS[turn % BROWSERS.length])
                    .tag("section", "checkout")
                    .context(
                            "browser",
                            orderedMap("name", BROWSERS[turn % BROWSERS.length].split(" ")[0], "version", "131.0.0"))
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

    private static List<ExceptionInfo> exceptions(Trouble trouble) {
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
                    new io.errortracker.event.SourceContext(
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
