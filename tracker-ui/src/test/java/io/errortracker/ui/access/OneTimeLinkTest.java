package io.errortracker.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OneTimeLinkTest {
    private final House house = new House(House.NOTHING);
    private final String link = House.linkIn(house.access.describe());

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void the_link_in_the_log_shows_a_button_and_the_button_signs_in() {
        Reply page = house.send(Call.get(link));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("<button", "name=\"token\" value=\"" + House.tokenIn(link) + "\"");
        assertThat(page.all("Set-Cookie")).isEmpty();

        Reply in = press(link);
        assertThat(in.status()).isEqualTo(303);
        assertThat(in.header("Location")).contains(House.ROOT);
        assertThat(pages(in.cookie()).body()).startsWith("admin ADMIN ");
    }

    @Test
    void opening_the_link_a_hundred_times_does_not_use_it_up() {
        for (int i = 0; i < 100; i++) {
            assertThat(house.send(Call.get(link)).status()).isEqualTo(200);
            house.clock.advance(Duration.ofSeconds(8));
        }
        assertThat(press(link).status()).isEqualTo(303);
    }

    @Test
    void the_link_opens_once() {
        press(link);

        Reply again = press(link);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.cookie()).isEmpty();
        assertThat(house.send(Call.get(link)).status()).isEqualTo(404);
    }

    @Test
    void of_a_hundred_who_press_at_once_one_gets_in() {
        long in = IntStream.range(0, 100)
                .parallel()
                .mapToObj(i -> house.send(pressing(link).peer("192.0.2." + i)))
                .filter(reply -> reply.status() == 303)
                .count();
        assertThat(in).isEqualTo(1);
    }

    @Test
    void the_link_expires_after_fifteen_minutes() {
        house.clock.advance(Duration.ofMinutes(15).minusMillis(1));
        assertThat(house.send(Call.get(link)).status()).isEqualTo(200);
        house.clock.advance(Duration.ofMillis(1));
        assertThat(house.send(Call.get(link)).status()).isEqualTo(404);
        assertThat(press(link).status()).isEqualTo(404);
    }

    @Test
    void another_token_opens_nothing() {
        assertThat(house.send(Call.get(link + "x")).status()).isEqualTo(404);
        assertThat(house.send(Call.get(link.substring(0, link.length() - 1))).status())
                .isEqualTo(404);
        assertThat(house.send(Call.get(House.ROOT + "/sign-in?token=")).status())
                .isEqualTo(404);
        assertThat(house.send(Call.get(House.ROOT + "/sign-in")).status()).isEqualTo(404);
        assertThat(press(link).status()).isEqualTo(303);
    }

    @Test
    void a_page_of_another_site_cannot_press_the_button() {
        Call call = Call.post(House.ROOT + "/sign-in", "token=" + House.tokenIn(link));
        assertThat(house.send(call).status()).isEqualTo(403);
        assertThat(house.send(call.with("Sec-Fetch-Site", "cross-site")).status())
                .isEqualTo(403);
        assertThat(house.send(call.with("Origin", "https://evil.example")).status())
                .isEqualTo(403);
        assertThat(press(link).status()).as("and does not use it up").isEqualTo(303);
    }

    @Test
    void whoever_asks_while_the_link_is_valid_makes_no_new_one() {
        assertThat(pages("").status()).isEqualTo(404);
        assertThat(house.log.lines).isEmpty();
        assertThat(press(link).status()).isEqualTo(303);
    }

    @Test
    void once_it_is_used_or_expired_whoever_asks_gets_a_new_one_into_the_log_at_most_once_a_minute() {
        press(link);
        house.clock.advance(Duration.ofSeconds(59));
        assertThat(pages("").status()).isEqualTo(404);
        assertThat(house.log.lines).isEmpty();

        house.clock.advance(Duration.ofSeconds(1));
        assertThat(pages("").status()).isEqualTo(404);
        assertThat(house.log.lines).hasSize(1);
        String second = House.linkIn(house.log.lines.get(0));
        assertThat(second).isNotEqualTo(link);
        assertThat(press(second).status()).isEqualTo(303);

        house.clock.advance(Duration.ofMinutes(20));
        assertThat(pages("").status()).isEqualTo(404);
        assertThat(house.log.lines).hasSize(2);
        assertThat(press(House.linkIn(house.log.lines.get(1))).status()).isEqualTo(303);
    }

    @Test
    void no_page_shows_the_token_to_somebody_without_it() {
        press(link);
        house.clock.advance(Duration.ofMinutes(1));
        Reply reply = pages("");
        assertThat(reply.body())
                .contains("its log holds a link")
                .doesNotContain(House.tokenIn(House.linkIn(house.log.lines.get(0))));
    }

    @Test
    void with_a_password_or_a_role_there_is_no_link() {
        try (House other = House.withPassword()) {
            assertThat(other.access.describe()).doesNotContain("sign-in?token");
            assertThat(other.send(Call.post(House.ROOT + "/sign-in", "token=" + House.tokenIn(link))
                                    .fromOurPage())
                            .status())
                    .isEqualTo(403);
        }
    }

    private Reply press(String address) {
        return house.send(pressing(address));
    }

    private static Call pressing(String address) {
        return Call.post(House.ROOT + "/sign-in", "token=" + House.tokenIn(address))
                .fromOurPage();
    }

    private Reply pages(String cookie) {
        return house.send(Call.get(House.ROOT).with("Cookie", cookie));
    }
}
