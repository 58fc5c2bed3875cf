package io.errortracker.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.ui.page.Chart.Milestone;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {
    private static final Instant NOW = Instant.parse("2026-11-23T14:37:12Z");
    private static final Moments UTC = new Moments(NOW, ZoneId.of("UTC"));

    @Test
    void the_last_bar_is_the_hour_of_now_and_the_highest_fills_the_height() {
        long[] hours = new long[24];
        hours[0] = 1;
        hours[23] = 4;

        Chart chart = Chart.of(hours, 1, UTC, List.of());

        assertThat(chart.bars()).hasSize(2);
        assertThat(chart.bars().get(1).look()).isEqualTo("now");
        assertThat(chart.bars().get(1).height()).isEqualTo(Chart.HEIGHT);
        assertThat(chart.bars().get(1).tip()).isEqualTo("4 events, Mon 23 Nov, 14:00");
        assertThat(chart.bars().get(0).tip()).isEqualTo("1 event, Sun 22 Nov, 15:00");
        assertThat(chart.bars().get(0).y() + chart.bars().get(0).height()).isEqualTo(Chart.baseline());
    }

    @Test
    void the_chart_says_in_words_what_it_shows() {
        long[] hours = new long[14 * 24];
        hours[3] = 1_200;

        assertThat(Chart.of(hours, 1, UTC, List.of()).label())
                .isEqualTo("1,200 events in the last 14 days, at most 1,200 in one hour");
        assertThat(Chart.of(new long[24], 1, UTC, List.of()).label()).isEqualTo("No events in the last 24 hours");
    }

    @Test
    void a_milestone_stands_where_it_happened_and_one_before_the_chart_is_left_out() {
        Instant start = Instant.parse("2026-11-22T15:00:00Z");
        List<Milestone> milestones = List.of(
                new Milestone(start.plus(Duration.ofHours(12)), "resolved", "resolved"),
                new Milestone(start.minusSeconds(1), "early", "early"));

        assertThat(Chart.of(new long[24], 1, UTC, milestones).marks())
                .singleElement()
                .satisfies(mark -> assertThat(mark.x()).isEqualTo("50.000%"));
    }

    @Test
    void ticks_stand_at_midnights_of_the_reader() {
        Moments tokyo = new Moments(NOW, ZoneId.of("Asia/Tokyo"));

        assertThat(Chart.of(new long[24], 1, tokyo, List.of()).ticks())
                .extracting(Chart.Tick::name)
                .startsWith("23 Nov", "03:00");
    }

    @Test
    void times_are_told_from_now() {
        assertThat(UTC.of(NOW.minusSeconds(3)).relative()).isEqualTo("just now");
        assertThat(UTC.of(NOW.minusSeconds(185)).relative()).isEqualTo("3 min ago");
        assertThat(UTC.of(NOW.minus(Duration.ofHours(30))).relative()).isEqualTo("30 h ago");
        assertThat(UTC.of(NOW.minus(Duration.ofDays(9))).relative()).isEqualTo("9 d ago");
        assertThat(UTC.of(NOW.plusSeconds(600)).relative()).isEqualTo("in 10 min");
        assertThat(UTC.of(NOW).absolute()).isEqualTo("Mon 23 Nov 2026, 14:37:12 UTC");
    }

    @Test
    void numbers_are_brief() {
        assertThat(List.of(
                        Amount.of(999).brief(),
                        Amount.of(1_204).brief(),
                        Amount.of(12_345).brief()))
                .containsExactly("999", "1.2k", "12k");
        assertThat(Amount.of(1_204).exact()).isEqualTo("1,204");
        assertThat(Amount.bytes(512L << 20)).isEqualTo("512 MiB");
    }
}
