package io.errortracker.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Mechanism;
import io.errortracker.event.StackFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One fault of a page is one issue, whichever browser, host, build and column tells of it; two faults are two. */
class ScriptGroupingTest {
    private static final Instant WHEN = Instant.parse("2026-11-23T12:00:00Z");
    private static final String NULL_CHROME = "Cannot read properties of null (reading 'amount')";
    private static final String NULL_FIREFOX = "can't access property \"amount\", basket.total is null";
    private static final String NULL_SAFARI = "null is not an object (evaluating 'basket.total.amount')";

    private static StackFrame frame(String function, String url, int line, int column) {
        String file = url.substring(url.lastIndexOf('/') + 1);
        return new StackFrame(null, function, file, url, line, column, true, Map.of(), null);
    }

    private static ErrorEvent event(String type, String value, StackFrame... frames) {
        return event(List.of(new ExceptionInfo(null, type, value, Mechanism.of("onerror", false), List.of(frames))));
    }

    private static ErrorEvent event(List<ExceptionInfo> exceptions) {
        return ErrorEvent.builder(ErrorEvent.newId(), WHEN)
                .platform("javascript")
                .exceptions(exceptions)
                .build();
    }

    private static String hash(ErrorEvent event) {
        return new Grouper().group(event).fingerprint().hash();
    }

    @Test
    void chrome_firefox_and_safari_tell_of_one_fault_in_a_named_function() {
        String chrome = hash(event(
                "TypeError",
                NULL_CHROME,
                frame("renderBasket", "https://shop.example/assets/main-4f1a9c2e.js?v=3", 2, 1015),
                frame("HTMLButtonElement.<anonymous>", "https://shop.example/assets/main-4f1a9c2e.js?v=3", 9, 12)));
        String firefox = hash(event(
                "TypeError",
                NULL_FIREFOX,
                frame("renderBasket", "https://www.shop.example/assets/main-99b0d7aa.js#x", 4, 77),
                frame("onclick", "https://www.shop.example/basket", 1, 1)));
        String safari = hash(event(
                "TypeError",
                NULL_SAFARI,
                frame("renderBasket", "http://localhost:8080/assets/main-0a1b2c3d.js", 7, 20),
                frame("?", "http://localhost:8080/assets/main-0a1b2c3d.js", 8, 2)));

        assertThat(firefox).isEqualTo(chrome);
        assertThat(safari).isEqualTo(chrome);
    }

    @Test
    void what_a_minifier_left_of_a_function_s_name_does_not_count_but_the_message_does() {
        String chrome = hash(event("TypeError", NULL_CHROME, frame("n", "https://a.example/js/main.js", 1, 10)));
        String nextBuild = hash(event("TypeError", NULL_CHROME, frame("aB", "https://a.example/js/main.js", 3, 9_001)));
        String safari = hash(event("TypeError", NULL_SAFARI, frame("t", "https://a.example/js/main.js", 1, 14)));
        String firefox = hash(event("TypeError", NULL_FIREFOX, frame("", "https://a.example/js/main.js", 1, 14)));
        String anotherFault = hash(
                event("TypeError", "basket.pay is not a function", frame("n", "https://a.example/js/main.js", 1, 10)));
        String anotherFile = hash(event("TypeError", NULL_CHROME, frame("n", "https://a.example/js/admin.js", 1, 10)));

        assertThat(List.of(nextBuild, safari, firefox)).containsOnly(chrome);
        assertThat(List.of(anotherFault, anotherFile)).doesNotContain(chrome);
    }

    @Test
    void the_components_around_a_failing_component_of_react_do_not_count() {
        ExceptionInfo thrown = new ExceptionInfo(
                null,
                "TypeError",
                NULL_CHROME,
                new Mechanism("auto.function.react.error_boundary", true, null, 0, -1, Map.of()),
                List.of(frame("CartTotal", "https://a.example/assets/cart.js", 1, 2)));
        String alone = hash(event(List.of(thrown)));

        for (String around : List.of("App", "Checkout")) {
            List<ExceptionInfo> chain = new ArrayList<>(List.of(thrown));
            chain.add(new ExceptionInfo(
                    null,
                    "React ErrorBoundary TypeError",
                    NULL_CHROME,
                    new Mechanism("chained", true, "cause", 1, 0, Map.of()),
                    List.of(
                            frame(around, "https://a.example/assets/cart.js", 5, 1),
                            frame("Suspense", "https://a.example/assets/cart.js", 9, 1))));
            assertThat(hash(event(chain))).as(around).isEqualTo(alone);
            assertThat(new Grouper().group(event(chain)).type()).isEqualTo("TypeError");
        }
    }

    @Test
    void rejections_without_an_error_are_told_apart_by_what_was_rejected_and_not_by_its_numbers() {
        String first = hash(rejection("Non-Error promise rejection captured with value: order 1001 is gone"));
        String second = hash(rejection("Non-Error promise rejection captured with value: order 2002 is gone"));
        String other = hash(rejection("Non-Error promise rejection captured with value: out of stock"));

        assertThat(second).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    private static ErrorEvent rejection(@Nullable String value) {
        return event(List.of(new ExceptionInfo(
                null, "UnhandledRejection", value, Mechanism.of("onunhandledrejection", false), List.of())));
    }

    @Test
    void a_chunk_under_another_hash_query_or_host_is_the_same_chunk() {
        String first =
                hash(event("Error", "boom", frame("load", "https://cdn.example/app/chunk-VENDOR.8d7f6a5b.js", 1, 1)));
        for (String url : List.of(
                "https://cdn.example/app/chunk-VENDOR.11aa22bb.js",
                "https://shop.example/app/chunk-VENDOR.8d7f6a5b.js?t=123456",
                "http://127.0.0.1:8080/app/chunk-VENDOR.8d7f6a5b.js#/cart")) {
            assertThat(hash(event("Error", "boom", frame("load", url, 3, 99))))
                    .as(url)
                    .isEqualTo(first);
        }
        assertThat(hash(event("Error", "boom", frame("load", "https://cdn.example/app/chunk-CART.8d7f6a5b.js", 1, 1))))
                .isNotEqualTo(first);
    }

    @Test
    void frames_of_extensions_and_of_the_browser_itself_are_not_to_blame() {
        String own = hash(event("Error", "boom", frame("load", "https://a.example/js/main.js", 1, 1)));
        String through = hash(event(
                "Error",
                "boom",
                frame("inject", "chrome-extension://abcdef/content.js", 1, 1),
                frame("Array.map", "<anonymous>", 0, 0),
                frame("load", "https://a.example/js/main.js", 1, 1)));

        assertThat(through).isEqualTo(own);
    }

    @Test
    void a_message_is_grouped_by_its_words_and_not_by_its_numbers() {
        ErrorEvent first = ErrorEvent.builder(ErrorEvent.newId(), WHEN)
                .platform("javascript")
                .message("Cart 1001 could not be saved")
                .build();
        ErrorEvent second = first.with(parts -> parts.message("Cart 2002 could not be saved"));

        assertThat(hash(second)).isEqualTo(hash(first));
    }
}
