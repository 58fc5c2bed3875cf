package io.errortracker.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BruteForceTest {
    private final House house = House.withPassword();

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void of_ten_thousand_guesses_from_one_address_in_an_hour_at_most_a_hundred_are_evaluated() {
        int evaluated = 0;
        for (int i = 0; i < 10_000; i++) {
            evaluated += guess("192.0.2.1", i);
            house.clock.advance(Duration.ofMillis(360));
        }
        assertThat(evaluated).isBetween(90, 100);
        assertThat(right("198.51.100.1").status()).as("from another address").isEqualTo(303);
        guess("192.0.2.1", 0);
        assertThat(right("192.0.2.1").status()).as("from the same one").isEqualTo(429);
    }

    @Test
    void of_ten_thousand_guesses_from_a_thousand_addresses_at_once_at_most_a_hundred_are_evaluated() {
        int evaluated = 0;
        for (int i = 0; i < 10_000; i++) {
            evaluated += guess("10.0." + i % 1000 / 250 + "." + i % 250, i);
        }
        assertThat(evaluated).isBetween(80, 100);

        Reply turnedAway = right("198.51.100.1");
        assertThat(turnedAway.status()).isEqualTo(429);
        house.clock.advance(Duration.ofSeconds(
                Long.parseLong(turnedAway.header("Retry-After").orElseThrow())));
        assertThat(right("198.51.100.1").status()).as("soon after").isEqualTo(303);
    }

    @Test
    void
            of_a_flood_from_a_thousand_addresses_in_an_hour_at_most_a_thousand_are_evaluated_and_the_owner_still_gets_in() {
        int evaluated = 0;
        for (int i = 0; i < 10_000; i++) {
            evaluated += guess("10.0." + i % 1000 / 250 + "." + i % 250, i);
            house.clock.advance(Duration.ofMillis(360));
            if (i % 2_000 == 1_999) {
                assertThat(right("198.51.100." + i / 2_000).status())
                        .as("after " + i)
                        .isEqualTo(303);
            }
        }
        assertThat(evaluated).isLessThanOrEqualTo(1_000);
    }

    @Test
    void an_address_that_signed_in_before_gets_in_while_new_ones_are_turned_away() {
        assertThat(right("198.51.100.1").status()).isEqualTo(303);
        for (int i = 0; i < 200; i++) {
            guess("10.0.0." + i, i);
        }
        assertThat(right("198.51.100.2").status()).isEqualTo(429);
        assertThat(right("198.51.100.1").status()).isEqualTo(303);
    }

    @Test
    void the_addresses_of_one_ipv6_network_count_as_one() {
        int evaluated = 0;
        for (int i = 0; i < 100; i++) {
            evaluated += guess("2001:db8:1:2::" + Integer.toHexString(i + 1), i);
        }
        assertThat(evaluated).isEqualTo(10);
        assertThat(guess("2001:db8:1:3::1", 0)).isEqualTo(1);
    }

    @Test
    void a_forwarding_header_makes_nobody_another_address() {
        int evaluated = 0;
        for (int i = 0; i < 100; i++) {
            Call call = House.signInCall("guess" + i)
                    .with("X-Forwarded-For", "192.0.2." + i)
                    .with("Forwarded", "for=192.0.2." + i);
            evaluated += house.send(call).status() == 403 ? 1 : 0;
        }
        assertThat(evaluated).isEqualTo(10);
    }

    @Test
    void guesses_of_the_one_time_link_are_bounded_too() {
        try (House open = new House(House.NOTHING)) {
            int evaluated = 0;
            for (int i = 0; i < 100; i++) {
                evaluated += open.send(Call.get(House.ROOT + "/sign-in?token=guess" + i))
                                        .status()
                                == 404
                        ? 1
                        : 0;
            }
            assertThat(evaluated).isEqualTo(10);
        }
    }

    /** @return 1 when it was evaluated, 0 when it was turned away unheard */
    private int guess(String address, int number) {
        Reply reply = house.send(House.signInCall("guess" + number).peer(address));
        assertThat(reply.status()).isIn(403, 429);
        assertThat(reply.header("Retry-After").isPresent()).isEqualTo(reply.status() == 429);
        return reply.status() == 403 ? 1 : 0;
    }

    private Reply right(String address) {
        return house.send(House.signInCall(House.PASSWORD).peer(address));
    }
}
