package io.errortracker.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.store.Room;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final long LIMIT = 1_000_000;
    private final Budget budget = new Budget(LIMIT);

    @Test
    void room_becomes_scarce_and_then_ends() {
        assertThat(budget.room(used(699_000))).isEqualTo(Room.PLENTY);
        assertThat(budget.room(used(700_000))).isEqualTo(Room.SCARCE);
        assertThat(budget.isSpent(used(999_000))).isFalse();
        assertThat(budget.isSpent(used(1_000_000))).isTrue();
    }

    @Test
    void near_the_limit_only_the_first_events_of_issues_are_let_in() {
        Budget.Allowance allowance = budget.allowance(used(900_000));

        assertThat(allowance.take(1_000, false)).isFalse();
        assertThat(allowance.take(1_000, true)).isTrue();
        assertThat(allowance.take(100_000, true)).isFalse();
    }

    @Test
    void holes_beyond_a_fifth_count_as_used() {
        assertThat(budget.isSpent(new Occupancy(1_200_000, 300_000, 200_000))).isTrue();
        assertThat(budget.room(new Occupancy(800_000, 300_000, 200_000))).isEqualTo(Room.PLENTY);
    }

    @Test
    void it_is_untidy_where_half_of_the_limit_is_used_or_more_for_nothing_than_for_rows() {
        assertThat(budget.isUntidy(used(499_000))).isFalse();
        assertThat(budget.isUntidy(used(500_000))).isTrue();
        Budget large = new Budget(1L << 40);
        assertThat(large.isUntidy(new Occupancy(100 << 20, 100 << 20, 60 << 20)))
                .isFalse();
        assertThat(large.isUntidy(new Occupancy(100 << 20, 100 << 20, 40 << 20)))
                .isTrue();
        assertThat(large.isUntidy(new Occupancy(30 << 20, 30 << 20, 1 << 20))).isFalse();
    }

    @Test
    void where_nothing_is_known_nothing_is_limited() {
        assertThat(budget.room(Occupancy.UNKNOWN)).isEqualTo(Room.PLENTY);
        assertThat(budget.allowance(Occupancy.UNKNOWN).take(10 * LIMIT, false)).isTrue();
    }

    @Property
    void what_one_batch_adds_never_reaches_the_limit_and_a_fifth(
            @ForAll @LongRange(min = 1, max = 2 * LIMIT) long file, @ForAll @LongRange(min = 1, max = LIMIT) long use) {
        Occupancy now = new Occupancy(file, Math.min(file, use), 0);
        Budget.Allowance allowance = budget.allowance(now);
        long taken = 0;
        while (allowance.take(1_000, taken % 2_000 == 0)) {
            taken += 1_000;
        }

        assertThat(taken == 0 || file + 2 * taken <= 1.2 * LIMIT).isTrue();
    }

    private static Occupancy used(long bytes) {
        return new Occupancy(bytes, bytes, bytes);
    }
}
