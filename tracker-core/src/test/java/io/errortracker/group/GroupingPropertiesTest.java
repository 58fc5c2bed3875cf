package io.errortracker.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.StackFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What must hold for every event. */
class GroupingPropertiesTest {
    private final Grouper grouper = new Grouper();

    @Property(tries = 200)
    void the_same_event_has_the_same_fingerprint_in_another_grouper(@ForAll("frames") List<StackFrame> frames) {
        assertThat(hash(frames))
                .isEqualTo(new Grouper().group(event(frames)).fingerprint().hash());
    }

    @Property(tries = 200)
    void lines_do_not_count(
            @ForAll("frames") List<StackFrame> frames, @ForAll @IntRange(min = 1, max = 999) int shift) {
        List<StackFrame> moved = frames.stream()
                .map(frame ->
                        StackFrame.java(module(frame), method(frame), "X.java", frame.line() + shift, frame.inApp()))
                .toList();

        assertThat(hash(moved)).isEqualTo(hash(frames));
    }

    @Property(tries = 200)
    void proxies_around_any_frame_do_not_count(
            @ForAll("frames") List<StackFrame> frames,
            @ForAll("proxies") String proxy,
            @ForAll @IntRange(min = 0, max = 20) int place) {
        int at = place % frames.size();
        StackFrame target = frames.get(at);
        List<StackFrame> proxied = new ArrayList<>(frames);
        proxied.add(at + 1, StackFrame.java(module(target) + proxy, method(target), null, 0, target.inApp()));

        assertThat(hash(proxied)).isEqualTo(hash(frames));
    }

    @Property(tries = 200)
    void reflection_between_frames_does_not_count_behind_the_culprit(@ForAll("frames") List<StackFrame> frames) {
        List<StackFrame> reflected = new ArrayList<>();
        for (StackFrame frame : frames) {
            reflected.add(frame);
            reflected.add(StackFrame.java("jdk.internal.reflect.DirectMethodHandleAccessor", "invoke", null, 1, false));
            reflected.add(StackFrame.java("java.lang.reflect.Method", "invoke", null, 1, false));
        }

        assertThat(grouper.group(event(reflected)).culprit())
                .isEqualTo(grouper.group(event(frames)).culprit());
    }

    @Property(tries = 200)
    void wrappers_do_not_count(
            @ForAll("frames") List<StackFrame> frames, @ForAll @IntRange(min = 1, max = 5) int depth) {
        ExceptionInfo root = exception("java.lang.IllegalArgumentException", frames);
        List<ExceptionInfo> chain = new ArrayList<>();
        for (int level = 0; level < depth; level++) {
            chain.add(exception("jakarta.servlet.ServletException", List.of()));
        }
        chain.add(root);

        assertThat(grouper.group(event(chain.toArray(ExceptionInfo[]::new)))
                        .fingerprint()
                        .hash())
                .isEqualTo(hash(frames));
    }

    @Property(tries = 300)
    void whatever_stands_in_an_event_it_is_grouped(
            @ForAll String module, @ForAll String method, @ForAll String type, @ForAll String message) {
        for (String platform : List.of("java", "javascript")) {
            StackFrame frame = StackFrame.java(module, method, message, 1, true);
            ErrorEvent event = event(ExceptionInfo.ofClass(type, message, null, List.of(frame, frame)))
                    .with(builder -> builder.platform(platform).message(message).fingerprint(List.of(message)));

            assertThat(grouper.group(event).fingerprint().hash()).hasSize(32);
        }
    }

    @Property(tries = 300)
    void a_message_of_any_text_has_a_template_that_is_no_longer_than_its_parameters_explain(
            @ForAll("hostile") String text) {
        String template = MessageTemplate.of(text);

        assertThat(template).isEqualTo(MessageTemplate.of(text));
        assertThat(template.length()).isLessThanOrEqualTo(14 * Math.min(text.length(), 4096) + 14);
    }

    @Property(tries = 20)
    void of_a_long_message_only_the_beginning_is_read(@ForAll("hostile") String text) {
        String beginning = (text + "x").repeat(5000).substring(0, 4096);

        assertThat(MessageTemplate.of(beginning + "y".repeat(1_000_000)))
                .isEqualTo(MessageTemplate.of(beginning + "y"));
    }

    @Property(tries = 5)
    void a_hundred_thousand_frames_are_as_good_as_ten(@ForAll("frames") List<StackFrame> frames) {
        List<StackFrame> many = new ArrayList<>(frames);
        many.addAll(Collections.nCopies(100_000, StackFrame.java("org.lib.Loop", "turn", null, 1, false)));

        assertThat(grouper.group(event(many)).culprit())
                .isEqualTo(grouper.group(event(frames)).culprit());
    }

    @Provide
    Arbitrary<List<StackFrame>> frames() {
        Arbitrary<String> types =
                Arbitraries.of("com.acme.Cart", "com.acme.shop.Orders", "com.acme.web.Front", "org.lib.Api");
        Arbitrary<String> methods = Arbitraries.of("place", "find", "total", "<init>", "setPrice", "run");
        Arbitrary<StackFrame> frame = Combinators.combine(types, methods)
                .as((type, method) -> StackFrame.java(type, method, null, 1, type.startsWith("com.acme.")));
        return frame.list().ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> proxies() {
        return Arbitraries.of(
                "$$SpringCGLIB$$0",
                "$$EnhancerBySpringCGLIB$$1a2b3c4d",
                "_ClientProxy",
                "_Subclass",
                "$Proxy$_$$_WeldClientProxy",
                "$Proxy$_$$_WeldSubclass",
                "$ByteBuddy$rZ94xaHt",
                "_$$_jvstd39_0",
                "$$OwbNormalScopeProxy0",
                "$$$view7");
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of(
                        "@", ".", "a", "1", ":", "-", "=\"", "{", "0x", "Mon ", " ", "://", "b", "\n", "[", "T", "f",
                        "%")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    private String hash(List<StackFrame> frames) {
        return grouper.group(event(frames)).fingerprint().hash();
    }

    private static ErrorEvent event(List<StackFrame> frames) {
        return event(exception("java.lang.IllegalArgumentException", frames));
    }

    private static ErrorEvent event(ExceptionInfo... exceptions) {
        return ErrorEvent.builder("0".repeat(32), Instant.EPOCH)
                .exceptions(List.of(exceptions))
                .build();
    }

    private static ExceptionInfo exception(String type, List<StackFrame> frames) {
        return ExceptionInfo.ofClass(type, "m", null, frames);
    }

    private static String module(StackFrame frame) {
        return String.valueOf(frame.module());
    }

    private static String method(StackFrame frame) {
        return String.valueOf(frame.function());
    }
}
