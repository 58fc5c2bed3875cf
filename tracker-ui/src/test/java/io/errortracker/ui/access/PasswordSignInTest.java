package io.errortracker.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.secret.PasswordHash;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordSignInTest {
    private final House house = House.withPassword();

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void a_page_leads_to_the_sign_in_page_and_from_there_back_to_itself() {
        Reply away = house.send(Call.get(House.ROOT + "/issues/7?query=a%20b"));
        assertThat(away.status()).isEqualTo(303);
        String signIn = away.header("Location").orElseThrow();
        assertThat(signIn).isEqualTo("/shop/errors/sign-in?next=%2Fshop%2Ferrors%2Fissues%2F7%3Fquery%3Da%2520b");

        Reply page = house.send(Call.get(signIn));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"next\" value=\"/shop/errors/issues/7?query=a%20b\"");

        Reply in = house.send(
                Call.post(House.ROOT + "/sign-in", "password=correct+horse&next=%2Fshop%2Ferrors%2Fissues%2F7")
                        .fromOurPage());
        assertThat(in.status()).isEqualTo(303);
        assertThat(in.header("Location")).contains("/shop/errors/issues/7");
        assertThat(get(in.cookie()).body()).startsWith("admin ADMIN ");
    }

    @Test
    void a_wrong_password_is_told_so_and_signs_nobody_in() {
        Reply reply = house.signIn("wrong");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body()).contains("That is not the password.");
        assertThat(reply.cookie()).isEmpty();
    }

    @Test
    void a_missing_or_empty_password_is_a_wrong_one() {
        assertThat(house.signIn("").status()).isEqualTo(403);
        assertThat(house.send(Call.post(House.ROOT + "/sign-in", "").fromOurPage())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_password_may_be_configured_as_its_hash() {
        String hash = PasswordHash.of("späte Stunde".toCharArray(), new SecureRandom())
                .text();
        try (House hashed = new House(House.NOTHING.withPasswordHash(hash))) {
            assertThat(hashed.signIn("falsch").status()).isEqualTo(403);
            assertThat(hashed.signIn("späte Stunde").status()).isEqualTo(303);
        }
    }

    @Test
    void the_cookie_is_for_the_pages_and_for_the_browser_alone() {
        String cookie = house.signIn(House.PASSWORD).header("Set-Cookie").orElseThrow();

        assertThat(cookie).matches("tracker_session=[A-Za-z0-9_-]{43}; .*");
        assertThat(cookie.split("; ", -1)).containsOnlyOnce("Path=/shop/errors", "HttpOnly", "SameSite=Strict");
        assertThat(cookie)
                .doesNotContain("Secure")
                .doesNotContain("Domain")
                .doesNotContain("Expires")
                .doesNotContain("Max-Age");
    }

    @Test
    void over_https_the_cookie_is_secure_by_name_and_attribute() {
        Reply reply = house.send(House.signInCall(House.PASSWORD).overHttps());
        String cookie = reply.header("Set-Cookie").orElseThrow();

        assertThat(cookie).matches("__Secure-tracker_session=[A-Za-z0-9_-]{43}; .*");
        assertThat(cookie.split("; ", -1))
                .containsOnlyOnce("Path=/shop/errors", "HttpOnly", "Secure", "SameSite=Strict");
        assertThat(house.send(Call.get(House.ROOT).overHttps().with("Cookie", reply.cookie()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void behind_a_proxy_that_ends_https_the_configured_address_makes_the_cookie_secure() {
        try (House proxied =
                new House(House.NOTHING.withPassword(House.PASSWORD, false).withBaseUrl("https://shop.example/shop"))) {
            Call outside = House.signInCall(House.PASSWORD).with("Host", "shop.example");
            assertThat(proxied.send(outside).cookie()).startsWith("__Secure-tracker_session=");
            assertThat(proxied.signIn(House.PASSWORD).cookie())
                    .as("at another address")
                    .startsWith("tracker_session=");
        }
    }

    @Test
    void signing_in_changes_the_session_and_ends_the_one_before() {
        String first = house.session();

        Reply again = house.send(House.signInCall(House.PASSWORD).with("Cookie", first));

        assertThat(again.cookie()).isNotEqualTo(first);
        assertThat(get(again.cookie()).status()).isEqualTo(200);
        assertThat(get(first).status()).isEqualTo(303);
    }

    @Test
    void a_session_that_somebody_planted_is_never_taken_over() {
        String planted = "tracker_session=" + "p".repeat(43);

        Reply in = house.send(House.signInCall(House.PASSWORD).with("Cookie", planted));

        assertThat(in.cookie()).isNotEqualTo(planted);
        assertThat(get(planted).status()).isEqualTo(303);
        assertThat(get(planted + "; " + in.cookie()).status())
                .as("a planted one does not hide ours")
                .isEqualTo(200);
    }

    @Test
    void the_applications_own_session_is_not_touched() {
        Reply in = house.signIn(House.PASSWORD);
        assertThat(in.all("Set-Cookie")).hasSize(1);
        assertThat(get(in.cookie()).all("Set-Cookie")).isEmpty();
    }

    @Test
    void signing_out_ends_the_session_on_the_server() {
        String session = house.session();

        Reply out = house.send(Call.post(House.ROOT + "/sign-out", "csrf=" + csrf(session))
                .with("Cookie", session)
                .fromOurPage());

        assertThat(out.status()).isEqualTo(303);
        assertThat(out.header("Set-Cookie").orElseThrow())
                .startsWith("tracker_session=;")
                .contains("Max-Age=0");
        assertThat(get(session).status()).isEqualTo(303);
    }

    @Test
    void signing_out_by_a_link_or_from_elsewhere_does_nothing() {
        String session = house.session();
        Call signOut =
                Call.post(House.ROOT + "/sign-out", "csrf=" + csrf(session)).with("Cookie", session);

        assertThat(house.send(Call.get(House.ROOT + "/sign-out")
                                .with("Cookie", session)
                                .fromOurPage())
                        .status())
                .isEqualTo(405);
        assertThat(house.send(signOut).status()).isEqualTo(403);
        assertThat(house.send(signOut.with("Sec-Fetch-Site", "cross-site")).status())
                .isEqualTo(403);
        assertThat(house.send(Call.post(House.ROOT + "/sign-out", "csrf=x")
                                .with("Cookie", session)
                                .fromOurPage())
                        .status())
                .isEqualTo(403);
        assertThat(get(session).status()).isEqualTo(200);
    }

    @Test
    void a_session_ends_after_half_an_hour_without_a_request() {
        String session = house.session();
        house.clock.advance(Duration.ofMinutes(29));
        assertThat(get(session).status()).isEqualTo(200);
        house.clock.advance(Duration.ofMinutes(29));
        assertThat(get(session).status()).isEqualTo(200);
        house.clock.advance(Duration.ofMinutes(30));
        assertThat(get(session).status()).isEqualTo(303);
    }

    @Test
    void a_session_ends_after_eight_hours_however_busy() {
        String session = house.session();
        for (int i = 0; i < 23; i++) {
            house.clock.advance(Duration.ofMinutes(20));
            assertThat(get(session).status()).isEqualTo(200);
        }
        house.clock.advance(Duration.ofMinutes(20));
        assertThat(get(session).status()).isEqualTo(303);
    }

    @Test
    void a_script_that_asks_for_a_piece_of_a_page_is_sent_to_the_sign_in_page_as_a_whole() {
        Reply reply = house.send(Call.get(House.ROOT).with("HX-Request", "true"));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("HX-Redirect")).contains("/shop/errors/sign-in");
    }

    @Test
    void a_form_sent_after_the_session_ended_is_not_sent_on() {
        assertThat(house.send(Call.post(House.ROOT + "/issues/1", "status=resolved")
                                .fromOurPage())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void what_the_address_says_is_text_on_the_page() {
        String next = "/shop/errors/?a=\"><script>alert(1)</script>";
        Reply page = house.send(Call.get(House.ROOT + "/sign-in?next=" + House.encode(next)));

        assertThat(page.body()).doesNotContain("<script").contains("&quot;&gt;&lt;script&gt;");
    }

    private Reply get(String cookie) {
        return house.send(Call.get(House.ROOT).with("Cookie", cookie));
    }

    private String csrf(String session) {
        String[] words = get(session).body().split(" ", -1);
        return words[words.length - 1];
    }
}
