package io.errortracker.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A change needs a visitor who may, a page of ours and its token: whichever lacks, nothing changes. */
class ForgeryTest {

    private record Way(String name, AccessSettings settings, UnaryOperator<Call> signedIn, boolean byPassword) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Way> waysIn() {
        return Stream.of(
                new Way(
                        "role",
                        House.NOTHING.withRoles("admins", null),
                        call -> call.with("Authorization", basic("alice")),
                        false),
                new Way("password", House.NOTHING.withPassword(House.PASSWORD, false), call -> call, true),
                new Way("dev", House.NOTHING.withDev(true), call -> call, false));
    }

    @ParameterizedTest
    @MethodSource("waysIn")
    void only_a_request_of_our_own_page_with_its_token_changes_anything(Way way) {
        try (House house = new House(way.settings())) {
            String session = way.byPassword() ? house.session() : "";
            UnaryOperator<Call> visitor = call -> way.signedIn().apply(call).with("Cookie", session);
            String token = tokenOnPage(house, visitor);
            Call bare = visitor.apply(Call.post(House.ROOT + "/issues/1", "status=resolved"));
            Call right = visitor.apply(Call.post(House.ROOT + "/issues/1", "csrf=" + token));

            for (Call forged : forgeries(bare, right, token, house)) {
                assertThat(house.send(forged).status()).as(forged.toString()).isEqualTo(403);
            }
            assertThat(house.pages.changes).hasValue(0);

            assertThat(house.send(right.fromOurPage()).status()).isEqualTo(204);
            assertThat(house.send(bare.with("X-CSRF-Token", token).fromOurPage())
                            .status())
                    .isEqualTo(204);
            assertThat(house.send(right.with("Origin", "http://localhost:" + house.server.port()))
                            .status())
                    .isEqualTo(204);
            assertThat(house.pages.changes).hasValue(3);
        }
    }

    private static List<Call> forgeries(Call bare, Call right, String token, House house) {
        String own = "http://localhost:" + house.server.port();
        return List.of(
                bare.fromOurPage(),
                bare.body("csrf=").fromOurPage(),
                bare.body("csrf=" + "A".repeat(token.length())).fromOurPage(),
                bare.body("csrf=" + token.substring(1)).fromOurPage(),
                bare.body("csrf=x&csrf=" + token).fromOurPage(),
                bare.with("X-CSRF-Token", "x").fromOurPage(),
                right,
                right.with("Sec-Fetch-Site", "cross-site"),
                right.with("Sec-Fetch-Site", "same-site"),
                right.with("Sec-Fetch-Site", "none"),
                right.with("Sec-Fetch-Site", ""),
                right.with("Sec-Fetch-Site", "cross-site").with("Origin", own),
                right.with("Origin", "null"),
                right.with("Origin", ""),
                right.with("Origin", "https://evil.example"),
                right.with("Origin", own + ".evil.example"),
                right.with("Origin", "http://localhost"),
                right.with("Origin", own.replace("http", "https")),
                right.with("Origin", "http://evil.example@localhost:" + house.server.port()),
                right.with("Origin", own + " https://evil.example"),
                right.with("Referer", own + "/shop/errors"));
    }

    @ParameterizedTest
    @MethodSource("waysIn")
    void a_look_changes_nothing_whatever_it_carries(Way way) {
        try (House house = new House(way.settings())) {
            String session = way.byPassword() ? house.session() : "";
            UnaryOperator<Call> visitor =
                    call -> way.signedIn().apply(call).with("Cookie", session).fromOurPage();
            String token = tokenOnPage(house, visitor);
            for (String method : List.of("GET", "HEAD", "PUT", "DELETE", "PATCH")) {
                house.send(visitor.apply(Call.of(method, House.ROOT + "/issues/1?csrf=" + token)));
            }
            assertThat(house.pages.changes).hasValue(0);
        }
    }

    @Test
    void a_viewer_changes_nothing_even_with_the_token() {
        try (House house = new House(House.NOTHING.withRoles("admins", "viewers"))) {
            UnaryOperator<Call> viewer =
                    call -> call.with("Authorization", basic("victor")).fromOurPage();
            String token = tokenOnPage(house, viewer);

            assertThat(house.send(viewer.apply(Call.post(House.ROOT + "/issues/1", "csrf=" + token)))
                            .status())
                    .isEqualTo(403);
            assertThat(house.pages.changes).hasValue(0);
        }
    }

    @Test
    void the_token_of_one_visitor_is_worth_nothing_to_another() {
        try (House house = House.withPassword()) {
            String mine = house.session();
            String yours = house.session();
            String myToken = tokenOnPage(house, call -> call.with("Cookie", mine));

            Call forged = Call.post(House.ROOT + "/issues/1", "csrf=" + myToken)
                    .with("Cookie", yours)
                    .fromOurPage();
            assertThat(house.send(forged).status()).isEqualTo(403);
        }
        try (House house = new House(House.NOTHING.withRoles("admins", "viewers"))) {
            String viewers = tokenOnPage(house, call -> call.with("Authorization", basic("victor")));
            Call forged = Call.post(House.ROOT + "/issues/1", "csrf=" + viewers)
                    .with("Authorization", basic("alice"))
                    .fromOurPage();
            assertThat(house.send(forged).status()).isEqualTo(403);
        }
    }

    @Test
    void behind_a_proxy_the_configured_address_is_our_own() {
        AccessSettings settings =
                House.NOTHING.withPassword(House.PASSWORD, false).withBaseUrl("https://Shop.example:443/shop");
        try (House house = new House(settings)) {
            Call inside =
                    Call.post(House.ROOT + "/sign-in", "password=correct+horse").with("Host", "10.1.2.3:8080");
            assertThat(house.send(inside.with("Origin", "https://shop.example")).status())
                    .isEqualTo(303);
            assertThat(house.send(inside.with("Origin", "http://shop.example")).status())
                    .isEqualTo(403);
            assertThat(house.send(inside.with("Origin", "https://shop.example.evil.example"))
                            .status())
                    .isEqualTo(403);
        }
    }

    private static String tokenOnPage(House house, UnaryOperator<Call> visitor) {
        String[] words = house.send(visitor.apply(Call.get(House.ROOT))).body().split(" ", -1);
        assertThat(words).hasSize(3);
        return words[2];
    }

    private static String basic(String name) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + name).getBytes(StandardCharsets.UTF_8));
    }
}
