package io.errortracker.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.issue.IssueStatus;
import io.errortracker.ui.access.Visitor.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The pages as people use them: in a real browser, on a real servlet container. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesInTheBrowserTest {
    private static final String PAYMENT = "/issues/SHOP-20";

    private Chromium browser;
    private InMemoryIssueStore store;
    private PagesServer server;

    @BeforeAll
    void start() {
        browser = new Chromium();
    }

    @AfterAll
    void stop() {
        browser.close();
    }

    @BeforeEach
    void open_the_shop() throws Exception {
        store = SampleShop.filled();
        server = new PagesServer(store, SampleShop.CLOCK, 0);
        browser.screen(1360, 900, "light").open(server.base() + "/");
    }

    @AfterEach
    void nothing_was_complained_about() throws Exception {
        browser.withoutScript(false).forget();
        server.close();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void the_list_tells_of_each_issue_what_where_how_often_and_when() {
        assertThat(browser.texts(".tabs a").get(0)).isEqualTo("Unresolved 27");
        String row = browser.texts(".issues .row").get(1);
        assertThat(row)
                .contains("PaymentDeclined: card expired for order 20731", "SHOP-20", "new in 1.4.3")
                .contains("PaymentResource.pay", "POST /orders/{id}/pay", "318", "3 min ago", "first 19 h ago");
        assertThat(browser.all(".issues .row")).hasSize(25);
        browser.find("a[rel=next]").click();
        browser.until(page -> browser.all(".issues .row").size() == 2);
        browser.find("a[rel=prev]").click();
        browser.until(page -> browser.all(".issues .row").size() == 25);
    }

    @Test
    void typing_into_the_search_narrows_the_list_in_place() {
        browser.press("/");
        browser.press("basket.lines");
        browser.until(page -> browser.all(".issues .row").size() == 1);
        assertThat(browser.texts(".issues .row").get(0)).contains("NullPointerException");
        assertThat(browser.address()).contains("q=basket.lines");
        assertThat(browser.run("return document.activeElement.id")).isEqualTo("q");
        browser.find(".clear").click();
        browser.until(page -> browser.all(".issues .row").size() == 25);
    }

    @Test
    void choosing_a_level_and_an_order_filters_and_sorts() {
        choose("level", "warning");
        browser.until(page -> browser.all(".level-error").isEmpty());
        choose("sort", "users");
        browser.until(page -> browser.address().contains("sort=users"));
        assertThat(browser.texts(".issues .row").get(0)).contains("SocketTimeoutException");
        assertThat(browser.address()).contains("level=warning");
    }

    private void choose(String name, String value) {
        browser.find("select[name=" + name + "] option[value='" + value + "']").click();
    }

    @Test
    void words_with_a_colon_filter_too() {
        browser.open(server.base() + "/?q=is%3Aresolved");
        assertThat(browser.texts(".tabs a[aria-current]")).containsExactly("Resolved 2");
        browser.open(server.base() + "/?q=level%3Afatal+heap");
        assertThat(browser.texts(".open strong")).containsExactly("OutOfMemoryError");
    }

    @Test
    void an_issue_shows_its_stack_with_own_frames_open_and_the_rest_folded() {
        browser.open(server.base() + PAYMENT);
        assertThat(browser.texts(".thrown[open] > ol .frame.app .name"))
                .containsExactly(
                        "com.acme.shop.payment.PaymentResource.pay",
                        "com.acme.shop.order.CheckoutService.charge",
                        "com.acme.shop.order.CheckoutResource.checkout");
        assertThat(browser.texts(".thrown[open] .fold > summary"))
                .containsExactly(
                        "9 frames of org.jboss.as, org.jboss.invocation, org.jboss.weld",
                        "13 frames of jdk.internal, java.lang, org.jboss.resteasy and others");
        assertThat(browser.texts(".frame.culprit .arguments").get(0)).contains("orderId", "20731", "scrubbed");
        assertThat(browser.texts(".relation")).containsExactly("Caused by", "Suppressed");
        assertThat(browser.texts(".eventline").get(0))
                .contains("response 500", "transaction rolled back", "user 42 (jo)");
        assertThat(browser.texts(".crumbs").get(0)).contains("User applied discount code", "SAVE20");
    }

    @Test
    void all_frames_and_the_raw_trace_are_a_click_away() {
        browser.open(server.base() + PAYMENT);
        browser.find(".segments a[href$='frames=all']").click();
        browser.until(page -> browser.all(".thrown[open]").size() == 3);
        browser.find(".segments a[href$='frames=raw']").click();
        browser.until(page -> !browser.all(".rawtrace").isEmpty());
        assertThat(browser.find(".rawtrace").getText())
                .contains("com.acme.shop.payment.PaymentDeclined: card expired for order 20731")
                .contains("at com.acme.shop.payment.PaymentResource.pay(PaymentResource.java:58)")
                .contains("Caused by: java.io.UncheckedIOException");
    }

    @Test
    void one_can_go_from_event_to_event() {
        browser.open(server.base() + PAYMENT);
        String latest = browser.find(".eventline code").getText();
        browser.press("j");
        browser.until(page -> !browser.find(".eventline code").getText().equals(latest));
        browser.press("k");
        browser.until(page -> browser.find(".eventline code").getText().equals(latest));
        browser.open(server.base() + PAYMENT + "/events");
        assertThat(browser.all(".plain .row")).hasSize(6);
    }

    @Test
    void resolving_an_issue_says_so_and_can_be_undone() {
        browser.open(server.base() + PAYMENT);
        browser.press("r");
        browser.until(page -> browser.texts(".flash").toString().contains("Issue resolved."));
        assertThat(status("SHOP-20")).isEqualTo(IssueStatus.RESOLVED);
        assertThat(browser.texts(".deeds li").get(0)).contains("Resolved by jo");
        assertThat(browser.address()).doesNotContain("done=");
        browser.find(".flash button").click();
        browser.until(page -> browser.texts(".badge").contains("unresolved"));
        assertThat(status("SHOP-20")).isEqualTo(IssueStatus.UNRESOLVED);
    }

    @Test
    void several_issues_are_ignored_at_once_with_the_keyboard() {
        assertThat(browser.find(".bulkbar").isDisplayed()).isFalse();
        browser.press("j");
        browser.press("x");
        browser.press("j");
        browser.press("x");
        assertThat(browser.find(".bulkbar").isDisplayed()).isTrue();
        browser.press("i");
        browser.until(page -> browser.texts(".flash").toString().contains("2 issues ignored."));
        assertThat(browser.texts(".tabs a")).contains("Unresolved 25", "Ignored 3");
    }

    @Test
    void enter_opens_the_issue_in_focus_and_u_goes_back() {
        browser.press("j");
        browser.press(Keys.ENTER);
        browser.until(page -> browser.address().contains("/issues/SHOP-"));
        browser.press("u");
        browser.until(page -> browser.address().endsWith("/shop/errors/"));
    }

    @Test
    void the_question_mark_explains_the_keys() {
        browser.press("?");
        assertThat(browser.find("#keys").isDisplayed()).isTrue();
        browser.press(Keys.ESCAPE);
        assertThat(browser.find("#keys").isDisplayed()).isFalse();
    }

    @Test
    void a_viewer_reads_but_neither_changes_nor_sees_raw_request_data() {
        server.gate.letInAs(Role.VIEWER);
        browser.open(server.base() + "/");
        assertThat(browser.all("input[type=checkbox], .bulkbar")).isEmpty();
        browser.open(server.base() + PAYMENT);
        assertThat(browser.all(".actions")).isEmpty();
        assertThat(browser.source()).doesNotContain("traceparent").contains("Headers are shown to admins only.");
        browser.open(server.base() + PAYMENT + "/events/" + latestEventId("SHOP-20") + "/json");
        assertThat(browser.source()).contains("need an admin").doesNotContain("event_id");
        assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("status of 403"));
    }

    @Test
    void the_theme_follows_the_system_until_it_is_chosen() {
        assertThat(background()).isEqualTo("rgb(247, 247, 249)");
        browser.screen(1360, 900, "dark");
        assertThat(background()).isEqualTo("rgb(14, 14, 18)");
        browser.find("button[value=light]").click();
        assertThat(background()).isEqualTo("rgb(247, 247, 249)");
        browser.open(server.base() + PAYMENT);
        assertThat(background()).isEqualTo("rgb(247, 247, 249)");
    }

    private Object background() {
        return browser.run("return getComputedStyle(document.body).backgroundColor");
    }

    @Test
    void everything_works_without_script() {
        browser.withoutScript(true).open(server.base() + "/?q=PaymentDeclined");
        assertThat(browser.texts(".open strong")).containsExactly("PaymentDeclined");
        browser.find("#bulk input[type=checkbox]").click();
        assertThat(browser.find(".bulkbar").isDisplayed()).isTrue();
        browser.find(".bulkbar button[value=ignore]").click();
        browser.until(page -> browser.texts(".flash").toString().contains("Issue ignored."));
        assertThat(status("SHOP-20")).isEqualTo(IssueStatus.IGNORED);

        browser.open(server.base() + PAYMENT);
        browser.find(".actions button[data-key=resolve]").click();
        browser.until(page -> browser.texts(".flash").toString().contains("Issue resolved."));
        assertThat(status("SHOP-20")).isEqualTo(IssueStatus.RESOLVED);
        browser.find(".fold > summary").click();
        assertThat(browser.find(".fold .frame").isDisplayed()).isTrue();
        browser.find("a[data-key=older]").click();
        browser.until(page -> browser.address().contains("/events/"));

        browser.find("button[value=dark]").click();
        browser.until(page -> "dark".equals(browser.find("html").getAttribute("data-theme")));
        assertThat(browser.address()).contains("/events/");
    }

    @Test
    void a_search_without_script_is_sent_with_enter() {
        browser.withoutScript(true).open(server.base() + "/");
        browser.find("#q").sendKeys("heap", Keys.ENTER);
        browser.until(page -> browser.texts(".open strong").equals(List.of("OutOfMemoryError")));
        assertThat(browser.find("noscript button").isDisplayed()).isTrue();
    }

    @Test
    void markup_that_runs_would_be_refused_by_the_browser_and_heard_of_here() {
        String sneak = "document.body.insertAdjacentHTML('beforeend', '<img src=/shop/x onerror=window.pwned=1>')";
        browser.run(sneak);
        List<String> heard = new ArrayList<>();
        browser.until(page -> {
            heard.addAll(browser.complaints());
            return heard.toString().contains("404") && heard.toString().contains("Content Security Policy");
        });
        assertThat(browser.run("return window.pwned")).isEqualTo("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?chart=14d&status=all",
                PAYMENT,
                PAYMENT + "?frames=all",
                PAYMENT + "/events",
                "/health",
                "/nowhere"
            })
    void nothing_but_code_scrolls_sideways_on_a_telephone(String path) {
        browser.screen(390, 844, "light").open(server.base() + path);
        assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(390L);
        if (path.equals("/nowhere")) {
            assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("status of 404"));
        }
    }

    private IssueStatus status(String shortId) {
        return store.issue(shortId).orElseThrow().status();
    }

    private String latestEventId(String shortId) {
        return store.latestEvent(store.issue(shortId).orElseThrow().id())
                .orElseThrow()
                .event()
                .id();
    }
}
