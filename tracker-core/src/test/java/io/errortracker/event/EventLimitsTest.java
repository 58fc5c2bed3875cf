package io.errortracker.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EventLimitsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void an_event_within_the_limits_comes_back_as_it_is() {
        ErrorEvent event = event().with(parts -> parts.message("short")
                .exceptions(List.of(thrown(frames(250))))
                .user(User.withId("42").data("plan", "gold"))
                .request(new Request("GET", "http://shop/cart", "a=b", Map.of("host", "shop")))
                .breadcrumb(Breadcrumb.of("cart", "opened").data("items", 3))
                .tag("section", "checkout")
                .extra("orderId", 17L)
                .context("runtime", Map.of("name", "OpenJDK"))
                .fingerprint(List.of("{{ default }}")));

        assertThat(EventLimits.limit(event)).isSameAs(event);
    }

    @Test
    void a_message_that_is_too_long_is_cut_and_says_how_long_it_was() {
        ErrorEvent limited = EventLimits.limit(event().with(parts -> parts.message("x".repeat(12_345))));

        assertThat(limited.message()).hasSize(8_192).endsWith("x… [cut, 12,345 characters in all]");
    }

    @Test
    void an_exceptions_message_has_the_same_limit() {
        ExceptionInfo long_ = ExceptionInfo.ofClass("a.B", "y".repeat(100_000), null, List.of());
        ErrorEvent limited = EventLimits.limit(event().with(parts -> parts.exceptions(List.of(long_))));

        assertThat(limited.exceptions().get(0).value()).hasSize(8_192).endsWith("[cut, 100,000 characters in all]");
    }

    @Test
    void a_cut_never_splits_a_character_of_two_halves() {
        for (int i = 0; i < 4; i++) {
            String text = "a".repeat(i) + "😀".repeat(2_000);
            String cut = TextLimit.cut(text, EventLimits.MAX_STRING);
            int last = cut.indexOf('…') - 1;

            assertThat(Character.isHighSurrogate(cut.charAt(last))).isFalse();
        }
    }

    @Test
    void a_long_trace_keeps_both_ends() {
        List<StackFrame> frames =
                thrownOf(EventLimits.limit(withFrames(frames(100_000)))).frames();

        assertThat(frames).hasSize(250);
        assertThat(frames.get(0).function()).isEqualTo("m0");
        assertThat(frames.get(249).function()).isEqualTo("m99999");
        assertThat(frames).filteredOn(EventLimits::isMarker).singleElement().satisfies(marker -> {
            assertThat(marker.function()).isEqualTo("[frames cut]");
            assertThat(marker.variables()).containsEntry("frames", 100_000 - 249);
        });
    }

    @Test
    void what_was_cut_is_told_in_the_event() {
        ErrorEvent limited = EventLimits.limit(withFrames(frames(10_000)));

        assertThat(limited.context("limits", "cut"))
                .isEqualTo(List.of("frames of IllegalStateException: 10,000 in all, 250 kept"));
    }

    @Test
    void the_turns_of_a_recursion_collapse_whatever_their_period() {
        for (int period : new int[] {1, 2, 3, 7, 40, 99}) {
            List<StackFrame> trace = new ArrayList<>(frames(5));
            for (int turn = 0; turn < 20; turn++) {
                trace.addAll(cycle(period));
            }
            IntStream.range(0, 400).forEach(i -> trace.add(cycle(period).get(i % period)));
            trace.addAll(List.of(frame("entry", 1), frame("main", 1)));

            List<StackFrame> kept =
                    thrownOf(EventLimits.limit(withFrames(trace))).frames();

            assertThat(kept).as("period %d", period).hasSizeLessThan(5 + 2 * period + 3);
            assertThat(kept.get(5 + period).function()).isEqualTo("[repeated frames]");
            assertThat(kept.get(5 + period).variables()).containsEntry("frames", period);
            assertThat(kept.get(kept.size() - 1).function()).isEqualTo("main");
        }
    }

    @Test
    void a_cycle_in_which_a_frame_comes_twice_collapses_too() {
        List<StackFrame> turn = List.of(frame("a", 1), frame("b", 1), frame("a", 1), frame("c", 1));
        List<StackFrame> trace = new ArrayList<>();
        IntStream.range(0, 250).forEach(i -> trace.addAll(turn));

        List<StackFrame> kept = thrownOf(EventLimits.limit(withFrames(trace))).frames();

        assertThat(kept).hasSize(5);
        assertThat(kept.get(4).variables()).containsEntry("frames", 4).containsEntry("moreTimes", 249);
    }

    @Test
    void a_recursion_with_other_arguments_in_each_turn_collapses() {
        List<StackFrame> trace = IntStream.range(0, 1_000)
                .mapToObj(i -> frame("walk", 9).withVariables(Map.of("depth", i)))
                .toList();

        List<StackFrame> kept = thrownOf(EventLimits.limit(withFrames(trace))).frames();

        assertThat(kept).hasSize(2);
        assertThat(kept.get(0).variables()).containsEntry("depth", 0);
    }

    @Test
    void a_short_recursion_is_left_as_it_is() {
        ErrorEvent event = withFrames(Collections.nCopies(200, frame("walk", 9)));

        assertThat(EventLimits.limit(event)).isSameAs(event);
    }

    @Test
    void a_trace_made_to_defeat_the_search_for_cycles_ends() {
        List<StackFrame> trace = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            trace.add(frame(Integer.bitCount(i) % 2 == 0 ? "a" : "b", 1)); // no three equal turns anywhere
        }

        assertThat(thrownOf(EventLimits.limit(withFrames(trace))).frames()).hasSizeLessThanOrEqualTo(250);
    }

    @Test
    void only_fifty_frames_keep_their_variables() {
        List<StackFrame> trace = frames(200).stream()
                .map(frame -> frame.withVariables(Map.of("a", 1)))
                .toList();

        assertThat(thrownOf(EventLimits.limit(withFrames(trace))).frames())
                .filteredOn(frame -> !frame.variables().isEmpty())
                .hasSize(50);
    }

    @Test
    void a_long_chain_keeps_what_was_thrown_and_its_root_cause() {
        List<ExceptionInfo> chain = IntStream.range(0, 10_000)
                .mapToObj(i -> ExceptionInfo.ofClass("a.E" + i, null, null, List.of()))
                .toList();
        List<ExceptionInfo> kept = EventLimits.limit(event().with(parts -> parts.exceptions(chain)))
                .exceptions();

        assertThat(kept).hasSize(20);
        assertThat(kept.get(0).type()).isEqualTo("E0");
        assertThat(kept.get(19).type()).isEqualTo("E9999");
    }

    @Test
    void the_newest_hundred_breadcrumbs_are_kept() {
        List<Breadcrumb> many = IntStream.range(0, 300)
                .mapToObj(i -> Breadcrumb.of("c", "m" + i))
                .toList();
        List<Breadcrumb> kept = EventLimits.limit(event().with(parts -> parts.breadcrumbs(many)))
                .breadcrumbs();

        assertThat(kept).hasSize(100);
        assertThat(kept.get(0).message()).isEqualTo("m200");
        assertThat(kept.get(99).message()).isEqualTo("m299");
    }

    @Test
    void tags_are_fifty_with_short_keys_and_values() {
        Map<String, String> many = new LinkedHashMap<>();
        IntStream.range(0, 80).forEach(i -> many.put(i + "k".repeat(100), "v".repeat(500)));
        Map<String, String> kept =
                EventLimits.limit(event().with(parts -> parts.tags(many))).tags();

        assertThat(kept).hasSize(50);
        assertThat(kept).allSatisfy((key, value) -> {
            assertThat(key).hasSize(32).endsWith("…");
            assertThat(value).hasSize(200).endsWith("[cut, 500 characters in all]");
        });
    }

    @Test
    void a_collection_keeps_nineteen_items_and_tells_how_many_there_were() {
        Object kept = limitedExtra(IntStream.range(0, 1_000).boxed().toList());

        assertThat(kept)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(20)
                .endsWith("… [cut, 1,000 items in all]");
    }

    @Test
    void nesting_ends_after_five_levels() {
        Object nested = "bottom";
        for (int i = 0; i < 10_000; i++) {
            nested = List.of(nested);
        }

        assertThat(limitedExtra(nested)).hasToString("[[[[[… [cut, nested deeper than 5]]]]]]");
    }

    @Test
    void a_collection_that_holds_itself_ends_too() {
        List<Object> self = new ArrayList<>();
        self.add(self);

        assertThat(limitedExtra(self)).asString().contains("nested deeper");
    }

    @Test
    void values_that_are_not_json_like_become_their_type() {
        assertThat(limitedExtra(new Hostile())).isEqualTo("io.errortracker.event.EventLimitsTest$Hostile");
        assertThat(limitedExtra(new HostileList())).isEqualTo("io.errortracker.event.EventLimitsTest$HostileList");
        assertThat(limitedExtra("secret".toCharArray())).isEqualTo("char[]");
        assertThat(limitedExtra(new byte[9])).isEqualTo("byte[]");
        assertThat(limitedExtra(List.of(new Hostile()))).isEqualTo(List.of(Hostile.class.getName()));
        assertThat(limitedExtra(new BigDecimal("1e1000000"))).isEqualTo("java.math.BigDecimal");
        assertThat(limitedExtra(BigInteger.TEN.pow(100_000))).isEqualTo("java.math.BigInteger");
        assertThat(limitedExtra(Thread.currentThread()))
                .isEqualTo(Thread.currentThread().getClass().getName());
    }

    @Test
    void plain_values_of_the_jdk_are_kept_or_written_out() {
        UUID id = UUID.randomUUID();

        assertThat(limitedExtra(new BigDecimal("1.50"))).isEqualTo(new BigDecimal("1.50"));
        assertThat(limitedExtra(3.5)).isEqualTo(3.5);
        assertThat(limitedExtra(Double.NaN)).isEqualTo("NaN");
        assertThat(limitedExtra(Float.POSITIVE_INFINITY)).isEqualTo("Infinity");
        assertThat(limitedExtra(Level.ERROR)).isEqualTo("ERROR");
        assertThat(limitedExtra(id)).isEqualTo(id.toString());
        assertThat(limitedExtra(NOW)).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(limitedExtra(Optional.of(5))).isEqualTo(5);
        assertThat(limitedExtra(Optional.empty())).isNull();
        assertThat(limitedExtra(new String[] {"a", "b"})).isEqualTo(List.of("a", "b"));
        assertThat(limitedExtra(Map.of(7, "seven"))).isEqualTo(Map.of("7", "seven"));
        assertThat(limitedExtra(Arrays.asList("a", null))).isEqualTo(Arrays.asList("a", null));
    }

    @Test
    void a_collection_the_host_still_changes_is_copied() {
        List<Object> live = new ArrayList<>(List.of("a"));
        Object kept = limitedExtra(live);
        live.add("b");

        assertThat(kept).isEqualTo(List.of("a"));
    }

    @Test
    void extra_is_limited_as_a_whole() {
        ErrorEvent event = event().with(parts ->
                IntStream.range(0, 50).forEach(i -> parts.extra("k" + i, Collections.nCopies(10, "z".repeat(1_000)))));
        ErrorEvent limited = EventLimits.limit(event);

        assertThat(limited.extra()).hasSizeBetween(5, 6);
        assertThat(limited.context("limits", "cut")).asString().contains("extra: 50 in all");
    }

    @Test
    void an_event_that_is_too_large_as_a_whole_loses_what_helps_least_first() {
        ErrorEvent limited = EventLimits.limit(withFrames(frames(250).stream()
                .map(frame -> frame.at("f", "F.java", "p", 1, 1, source(900)))
                .toList()));

        assertThat(EventSize.of(limited)).isLessThanOrEqualTo(EventLimits.MAX_EVENT);
        assertThat(thrownOf(limited).frames()).hasSize(250).allMatch(frame -> frame.source() == null);
        assertThat(limited.context("limits", "cut")).asString().contains("source lines and variables");
    }

    @Test
    void the_largest_event_anyone_can_make_fits_and_still_has_its_exception() {
        ErrorEvent limited = EventLimits.limit(monster());

        assertThat(EventSize.of(limited)).isLessThanOrEqualTo(EventLimits.MAX_EVENT);
        assertThat(thrownOf(limited).frames()).isNotEmpty();
        assertThat(EventLimits.limit(limited)).isEqualTo(limited);
    }

    @Property(tries = 300)
    void a_limited_event_is_within_the_limits_and_limiting_it_again_changes_nothing(@ForAll("values") Object value) {
        ErrorEvent limited = EventLimits.limit(event().with(parts -> parts.extra("v", value)));

        assertThat(EventSize.of(limited)).isLessThanOrEqualTo(EventLimits.MAX_EVENT);
        assertThat(EventLimits.limit(limited)).isEqualTo(limited);
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> scalar = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(1_200).map(text -> text),
                Arbitraries.integers().map(number -> number),
                Arbitraries.doubles().map(number -> number),
                Arbitraries.of(Boolean.TRUE, Level.FATAL, NOW, new AtomicLongArray(3)));
        return Arbitraries.recursive(
                () -> scalar,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(25).map(list -> list),
                        Arbitraries.maps(Arbitraries.strings().ofMaxLength(120), inner)
                                .ofMaxSize(25)
                                .map(map -> map)),
                0,
                2);
    }

    private static ErrorEvent monster() {
        String huge = "m".repeat(50_000);
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < 1_000; i++) {
            values.put(i + huge.substring(0, 200), Collections.nCopies(100, huge));
            words.put(i + huge.substring(0, 200), huge);
        }
        List<StackFrame> frames = IntStream.range(0, 1_000)
                .mapToObj(i -> new StackFrame(i + huge, huge, huge, huge, i, i, true, values, source(10_000)))
                .toList();
        ExceptionInfo thrown =
                new ExceptionInfo(huge, huge, huge, new Mechanism(huge, true, huge, 0, 0, values), frames);
        return event().with(parts -> {
            parts.message(huge)
                    .messageTemplate(huge)
                    .transaction(huge)
                    .logger(huge)
                    .threadName(huge);
            parts.exceptions(Collections.nCopies(50, thrown));
            parts.user(new User(huge, huge, huge, huge, values)).request(new Request(huge, huge, huge, words));
            parts.breadcrumbs(Collections.nCopies(500, new Breadcrumb(NOW, huge, huge, huge, Level.INFO, values)));
            parts.tags(words).extra(values).modules(words).fingerprint(Collections.nCopies(100, huge));
            IntStream.range(0, 100).forEach(i -> parts.context("c" + i, values));
        });
    }

    private static Object limitedExtra(Object value) {
        return EventLimits.limit(event().with(parts -> parts.extra("v", value)))
                .extra()
                .get("v");
    }

    private static SourceContext source(int length) {
        List<String> five = Collections.nCopies(5, "s".repeat(length));
        return new SourceContext(five, "s".repeat(length), five);
    }

    private static ExceptionInfo thrownOf(ErrorEvent event) {
        return event.exceptions().get(0);
    }

    private static ErrorEvent withFrames(List<StackFrame> frames) {
        return event().with(parts -> parts.exceptions(List.of(thrown(frames))));
    }

    private static ExceptionInfo thrown(List<StackFrame> frames) {
        return ExceptionInfo.ofClass("java.lang.IllegalStateException", "closed", Mechanism.of("cdi", false), frames);
    }

    private static List<StackFrame> frames(int count) {
        return IntStream.range(0, count).mapToObj(i -> frame("m" + i, i)).toList();
    }

    private static List<StackFrame> cycle(int period) {
        return IntStream.range(0, period).mapToObj(i -> frame("c" + i, i)).toList();
    }

    private static StackFrame frame(String function, int line) {
        return StackFrame.java("shop.Cart", function, "Cart.java", line, true);
    }

    private static ErrorEvent event() {
        return ErrorEvent.builder("0123456789abcdef0123456789abcdef", NOW).build();
    }

    /** Whoever calls a method of it, fails. */
    private static final class Hostile {
        @Override
        public String toString() {
            throw new IllegalStateException("toString was called");
        }

        @Override
        public boolean equals(Object other) {
            throw new IllegalStateException("equals was called");
        }

        @Override
        public int hashCode() {
            throw new IllegalStateException("hashCode was called");
        }
    }

    /** A lazy collection: reading it would load from a database. */
    private static final class HostileList extends ArrayList<Object> {
        @Override
        public java.util.Iterator<Object> iterator() {
            throw new IllegalStateException("iterator was called");
        }

        @Override
        public int size() {
            throw new IllegalStateException("size was called");
        }
    }
}
