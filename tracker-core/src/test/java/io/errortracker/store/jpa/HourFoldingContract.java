package io.errortracker.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.store.Events;
import io.errortracker.store.IssueQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Hours of days long past become days, and nothing that is counted gets lost. */
abstract class HourFoldingContract extends OwnStore {
    private static final Instant BEGIN = Instant.parse("2026-11-01T00:30:00Z");
    private static final int DAYS = 20;
    private static final int HOURS = DAYS * 24;
    private static final Instant NOW = BEGIN.plus(Duration.ofHours(HOURS - 1));

    HourFoldingContract() {
        super(NOW, Stores.KEEP_ALL);
    }

    @Test
    void old_hours_become_the_first_of_their_day_and_the_others_stay() {
        long issue = everyThirdHour("Busy");
        long[] before = hours(issue);

        retain();

        long[] after = hours(issue);
        int kept = HOURS - 24 * (HourFolding.DAYS_BY_HOUR + 1);
        assertThat(Arrays.copyOfRange(after, kept, HOURS)).isEqualTo(Arrays.copyOfRange(before, kept, HOURS));
        for (int hour = 0; hour < kept; hour++) {
            assertThat(after[hour]).as("hour %d", hour).isEqualTo(hour % 24 == 0 ? 8 : 0);
        }
        assertThat(days(after)).containsOnly(8);
    }

    @Test
    void what_is_folded_stays_as_it_is_and_takes_what_comes_late() {
        long issue = everyThirdHour("Busy");
        retain();
        store.record(Events.stored(Events.of("Busy", BEGIN.plus(Duration.ofHours(5)))));

        clock.pass(Duration.ofDays(1));
        retain();
        clock.pass(Duration.ofDays(1));
        retain();

        assertThat(days(hours(issue))).startsWith(9, 8, 8);
    }

    @Test
    void issues_come_apart_as_they_were_merged_whether_folded_between_or_not() {
        long one = everyThirdHour("One");
        long other = everyThirdHour("Other");
        long[] days = days(hours(one));

        long merge = store.merging().merge(one, List.of(other), "jo").get(0).id();
        assertThat(days(hours(one))).containsOnly(16);
        retain();
        assertThat(days(hours(one))).containsOnly(16);
        store.merging().undo(merge, "jo");

        assertThat(days(hours(one))).isEqualTo(days);
        assertThat(days(hours(other))).isEqualTo(days);
    }

    @Test
    void more_than_one_chunk_is_folded() {
        for (int hour = 5; hour < 10; hour++) {
            Instant when = BEGIN.plus(Duration.ofHours(hour));
            store.record(Events.stored(IntStream.range(0, 600)
                    .mapToObj(i -> Events.of("Kind" + i, when))
                    .toList()));
        }

        retain();

        List<Long> ids = LongStream.rangeClosed(1, 600).boxed().toList();
        Map<Long, long[]> hours = store.hourly(ids, NOW, HOURS);
        assertThat(hours.values()).allSatisfy(counts -> assertThat(counts[0]).isEqualTo(5));
    }

    private void retain() {
        store.retention().run(clock.instant(), () -> {});
    }

    private long everyThirdHour(String type) {
        for (int day = 0; day < DAYS; day++) {
            Instant morning = BEGIN.plus(Duration.ofDays(day));
            store.record(Events.stored(IntStream.range(0, 8)
                    .mapToObj(i -> Events.of(type, morning.plus(Duration.ofHours(3L * i))))
                    .toList()));
        }
        return store.issues(new IssueQuery(null, type, null, null, null, IssueQuery.Sort.EVENTS, null, 1))
                .issues()
                .get(0)
                .id();
    }

    private long[] hours(long issue) {
        return store.hourly(List.of(issue), NOW, HOURS).get(issue);
    }

    private static long[] days(long[] hours) {
        long[] days = new long[DAYS];
        for (int hour = 0; hour < hours.length; hour++) {
            days[hour / 24] += hours[hour];
        }
        return days;
    }
}
