package com.example.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.web.Failure;
import com.example.shop.web.Failures;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The shop as the build makes it: each of its ten buttons is one event that tells what its card on the page promises. */
@ArquillianTest
@Tag("jakarta-security")
class ShopTest {

    private static final Failure NO_PRICE = Failures.ALL.get(0);

    @ArquillianResource
    URI shop;

    @Deployment(testable = false)
    static WebArchive shop() {
        return Wars.configured(
                Wars.shop("tea-shop.war"),
                "tracker.environment=demo",
                "tracker.capture-arguments=full",
                "tracker.admin.role=admin");
    }

    @Test
    void the_shop_opens_and_sells_tea() throws Exception {
        var ada = Customer.ada(shop);

        assertThat(ada.get("").body()).contains("Ten ways to fail", "ada", "Sencha");
        assertThat(ada.post("api/basket/sencha", "grams=100").body()).contains("in your basket");
        assertThat(ada.post("api/orders", "validUntil=2099-12").body()).contains("is on its way");
    }

    @Test
    void each_button_makes_exactly_one_event_that_tells_what_its_card_promises() throws Exception {
        var api = new TrackerApi(shop);
        var ada = Customer.ada(shop);
        Map<String, SeenEvent> byCard = new HashMap<>();
        for (var failure : Failures.ALL) {
            byCard.put(failure.id(), onlyEventOf(failure, ada, api));
        }
        assertCards(byCard);
        System.out.printf("shop: buttons=%d events=%d%n", Failures.ALL.size(), byCard.size());
    }

    @Test
    void a_declined_card_leaves_no_order_behind() throws Exception {
        var ada = Customer.ada(shop);
        var before = ada.get("api/orders/count").body();

        ada.press(Failures.ALL.get(1));

        assertThat(ada.get("api/orders/count").body()).isEqualTo(before);
    }

    @Test
    void a_resolved_issue_that_happens_again_is_a_regression() throws Exception {
        var api = new TrackerApi(shop);
        var ada = Customer.ada(shop);
        var issue = onlyEventOf(NO_PRICE, ada, api).issue();
        api.setStatus(issue, "resolved");
        assertThat(api.issue(issue).getString("status")).isEqualTo("resolved");

        ada.press(NO_PRICE);

        var again = TrackerApi.await(
                () -> api.issue(issue), known -> known.getString("status").equals("unresolved"));
        assertThat(again.getString("status")).isEqualTo("unresolved");
        assertThat(again.getString("substatus")).isEqualTo("regressed");
    }

    @Test
    void the_callers_own_mistakes_make_no_event() throws Exception {
        var api = new TrackerApi(shop);
        var ada = Customer.ada(shop);
        var before = settled(ada, api);
        assertThat(ada.get("api/teas?limit=many").status()).isEqualTo(404);
        assertThat(ada.get("api/teas/coffee").status()).isEqualTo(404);
        assertThat(ada.post("api/teas", "").status()).isEqualTo(405);
        assertThat(ada.get("api/points").status()).isEqualTo(400);

        assertThat(newEvents(before, 0, ada, api)).isEmpty();
    }

    @Test
    void the_owner_opens_the_pages_with_the_shops_own_sign_in_and_nobody_else_does() throws Exception {
        onlyEventOf(NO_PRICE, Customer.anonymous(shop), new TrackerApi(shop));

        assertThat(Customer.grace(shop).get("errors/").body()).contains("NullPointerException", "PriceList");
        assertThat(Customer.ada(shop).get("errors/").status()).isEqualTo(403);
        assertThat(Customer.anonymous(shop).get("errors/").body()).doesNotContain("NullPointerException");
    }

    @Test
    void the_web_api_answers_to_the_token_only() throws Exception {
        var api = new TrackerApi(shop);
        assertThat(api.statusWith(TrackerApi.TOKEN)).isEqualTo(200);
        assertThat(api.statusWith("another-token")).isEqualTo(401);
        assertThat(api.statusWith(null)).isEqualTo(401);
    }

    private static SeenEvent onlyEventOf(Failure failure, Customer customer, TrackerApi api) throws Exception {
        var before = settled(customer, api);
        customer.press(failure);
        var events = newEvents(before, 1, customer, api);
        assertThat(events).as(failure.title()).hasSize(1);
        return events.get(0);
    }

    /** Waits for so many; and for what else was captured until now. */
    private static List<SeenEvent> newEvents(Set<String> before, int expected, Customer customer, TrackerApi api)
            throws Exception {
        TrackerApi.await(() -> newOnes(before, api), found -> found.size() >= expected);
        settled(customer, api);
        return newOnes(before, api).stream().filter(event -> !isFence(event)).toList();
    }

    /** Makes one more event and waits for it: events are stored in their order, so what is not there then will not come. */
    private static Set<String> settled(Customer customer, TrackerApi api) throws Exception {
        var fence = "fence " + api.events().size() + " of " + UUID.randomUUID();
        customer.get("api/stock/fence?shelf=" + fence.replace(' ', '+'));
        api.await(event -> fence.equals(event.queryParameter("shelf")));
        return ids(api.events());
    }

    private static boolean isFence(SeenEvent event) {
        return event.url() != null && event.url().contains("fence");
    }

    private static List<SeenEvent> newOnes(Set<String> before, TrackerApi api) {
        List<SeenEvent> events = new ArrayList<>(api.events());
        events.removeIf(event -> before.contains(event.json().getString("id")));
        return events;
    }

    private static Set<String> ids(List<SeenEvent> events) {
        Set<String> ids = new HashSet<>();
        events.forEach(event -> ids.add(event.json().getString("id")));
        return ids;
    }

    private static void assertCards(Map<String, SeenEvent> events) {
        var softly = new SoftAssertions();
        events.forEach((card, event) -> {
            softly.assertThat(event.tag("environment")).as(card).isEqualTo("demo");
            softly.assertThat(event.tag("release")).as(card).isNotBlank();
            if (!card.equals("recount")) {
                softly.assertThat(event.user()).as(card).isEqualTo("ada");
                softly.assertThat(event.url()).as(card).contains("/tea-shop/");
            }
        });

        var noPrice = events.get("no-price");
        softly.assertThat(noPrice.types()).containsExactly("NullPointerException");
        softly.assertThat(noPrice.value()).contains("getPrice()");
        softly.assertThat(noPrice.culprit()).contains("PriceList.priceOf");
        softly.assertThat(noPrice.entryPoint()).isEqualTo("POST /api/basket/{sku}");
        softly.assertThat(noPrice.handled()).isEqualTo("false");
        softly.assertThat(noPrice.arguments("BasketResource.add").toString())
                .isEqualTo("{\"sku\":\"moonlight-white\",\"grams\":250}");
        softly.assertThat(noPrice.arguments("PriceList.priceOf").toString()).contains("\"grams\":250", "Tea");

        var declined = events.get("card-declined");
        softly.assertThat(declined.types()).contains("CardDeclinedException");
        softly.assertThat(declined.culprit()).contains("CardPayments.charge");
        softly.assertThat(declined.arguments("Checkout.placeOrder").toString()).contains("\"customer\":\"ada\"");
        softly.assertThat(declined.json().toString()).doesNotContain("4111 1111");
        softly.assertThat(String.valueOf(declined.context("jta")))
                .isEqualTo("{\"status\":\"active\",\"rolls_back\":true}");

        var warehouse = events.get("warehouse");
        softly.assertThat(warehouse.types()).containsExactly("SocketTimeoutException", "WarehouseUnavailableException");
        softly.assertThat(warehouse.context("response").getInt("status_code")).isEqualTo(503);
        softly.assertThat(warehouse.culprit()).contains("Warehouse.gramsLeft");

        var twice = events.get("twice");
        softly.assertThat(twice.types()).hasSizeGreaterThan(1);
        softly.assertThat(twice.culprit()).contains("Newsletter.subscribe");
        softly.assertThat(twice.json().toString()).doesNotContain("ada@leaf-and-kettle");
        softly.assertThat(twice.context("jta").getBoolean("rolls_back")).isTrue();

        var shelf = events.get("shelf");
        softly.assertThat(shelf.types()).contains("StackOverflowError");
        softly.assertThat(shelf.culprit()).contains("ShelfServlet.roomOf");
        softly.assertThat(shelf.method()).isEqualTo("GET");

        var sales = events.get("sales");
        softly.assertThat(sales.types()).contains("DateTimeParseException");
        softly.assertThat(sales.culprit()).contains("SalesReport");
        softly.assertThat(sales.url()).endsWith("/tea-shop/sales.csv?month=2026-02-30");

        var loyalty = events.get("loyalty");
        softly.assertThat(loyalty.types()).contains("NumberFormatException");
        softly.assertThat(loyalty.culprit()).contains("LoyaltyCardFilter");

        var recount = events.get("recount");
        softly.assertThat(recount.culprit()).contains("Stocktake.recount");
        softly.assertThat(recount.arguments("Stocktake.recount").toString()).isEqualTo("{\"shelf\":\"B7\"}");
        softly.assertThat(recount.url()).isNull();

        var logged = events.get("logged");
        softly.assertThat(logged.mechanism()).isEqualTo("logging");
        softly.assertThat(logged.tag("logger")).isEqualTo("com.example.shop.order.ConfirmationMail");
        softly.assertThat(logged.types()).hasSize(3);
        softly.assertThat(logged.breadcrumbs()).contains("Sending the confirmation of order 1204");

        var golden = events.get("golden");
        softly.assertThat(golden.mechanism()).isEqualTo("manual");
        softly.assertThat(golden.handled()).isEqualTo("true");
        softly.assertThat(golden.tag("paper")).isEqualTo("golden");
        softly.assertThat(String.valueOf(golden.extra())).contains("drawer");
        softly.assertThat(golden.breadcrumbs()).contains("Looked for golden paper");
        softly.assertAll();
    }
}
