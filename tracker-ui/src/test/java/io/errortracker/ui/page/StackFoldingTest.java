package io.errortracker.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Mechanism;
import io.errortracker.event.StackFrame;
import io.errortracker.ui.page.StackView.Run;
import io.errortracker.ui.page.StackView.Thrown;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StackFoldingTest {
    private static final StackFrame PAY = own("shop.Payment", "pay", 10);
    private static final StackFrame PLACE = own("shop.Orders", "place", 20);
    private static final StackFrame INVOKE = server("org.jboss.weld.Proxy", "invoke", 1);
    private static final StackFrame PROCEED = server("jakarta.ejb.Context", "proceed", 2);
    private static final StackFrame RUN = server("java.lang.Thread", "run", 3);

    @Test
    void frames_of_servers_are_folded_and_say_whose_they_are() {
        List<Run> runs = folded(null, thrown("E", null, PAY, INVOKE, PROCEED, PLACE, RUN))
                .get(0)
                .runs();

        assertThat(runs)
                .extracting(Run::summary)
                .containsExactly(null, "2 frames of org.jboss.weld, jakarta.ejb", null, null);
    }

    @Test
    void a_single_frame_of_a_server_is_not_worth_folding() {
        List<Run> runs = folded(null, thrown("E", null, PAY, RUN)).get(0).runs();

        assertThat(runs).extracting(Run::summary).containsOnlyNulls();
    }

    @Test
    void what_a_cause_shares_with_what_it_led_to_is_told_once() {
        ExceptionInfo outer = thrown("Outer", null, PLACE, INVOKE, RUN);
        ExceptionInfo cause = thrown("Cause", "cause", PAY, INVOKE, RUN);

        List<Run> runs = folded(null, outer, cause).get(1).runs();

        assertThat(runs).extracting(Run::summary).containsExactly(null, "2 frames in common with the exception above");
    }

    @Test
    void the_cause_that_holds_the_culprit_is_open_and_the_others_are_not() {
        ExceptionInfo outer = thrown("Outer", null, PLACE, INVOKE, RUN);
        ExceptionInfo cause = thrown("Cause", "cause", PAY, INVOKE, RUN);
        ExceptionInfo suppressed = thrown("Close", "suppressed[0]", PAY, RUN);

        assertThat(folded("Payment.pay", outer, cause, suppressed))
                .extracting(Thrown::open)
                .containsExactly(false, true, false);
        assertThat(folded("Orders.place", outer, cause, suppressed))
                .extracting(Thrown::open)
                .containsExactly(true, false, false);
        assertThat(folded("Orders.place", outer, cause, suppressed))
                .extracting(Thrown::relation)
                .containsExactly(null, "Caused by", "Suppressed");
    }

    private static List<Thrown> folded(@Nullable String culprit, ExceptionInfo... exceptions) {
        return new StackFolding(List.of(exceptions), culprit, false).thrown();
    }

    private static ExceptionInfo thrown(String type, @Nullable String source, StackFrame... frames) {
        Mechanism mechanism =
                source == null ? Mechanism.of("jaxrs", false) : new Mechanism("chained", null, source, 1, 0, Map.of());
        return ExceptionInfo.ofClass(
                "shop." + type, null, mechanism, Stream.of(frames).toList());
    }

    private static StackFrame own(String type, String method, int line) {
        return StackFrame.java(type, method, null, line, true);
    }

    private static StackFrame server(String type, String method, int line) {
        return StackFrame.java(type, method, null, line, false);
    }
}
