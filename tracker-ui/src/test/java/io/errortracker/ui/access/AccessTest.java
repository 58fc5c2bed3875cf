package io.errortracker.ui.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.errortracker.health.SelfHealth;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessTest {

    @Test
    void nothing_configured_is_told_with_the_way_in() {
        assertThat(describe(House.NOTHING))
                .matches(
                        "Error Tracker: /shop/errors is closed, for neither tracker\\.admin\\.role nor tracker\\.admin\\.password-hash is set\\. "
                                + "The API at /shop/errors/api/0/ answers to tokens made on the page Settings\\. "
                                + "Sign in once, within 15 minutes: /shop/errors/sign-in\\?token=[A-Za-z0-9_-]{43}");
    }

    @Test
    void with_a_base_url_the_link_can_be_clicked() {
        assertThat(describe(House.NOTHING.withBaseUrl("https://shop.example/shop")))
                .contains(": https://shop.example/shop/errors/sign-in?token=");
    }

    @Test
    void a_role_is_told_with_its_name() {
        assertThat(describe(House.NOTHING.withRoles("admins", "viewers")))
                .isEqualTo(
                        "Error Tracker: /shop/errors is open for the role admins (tracker.admin.role), for the role viewers to look. "
                                + "The API at /shop/errors/api/0/ answers to tokens made on the page Settings.");
    }

    @Test
    void a_password_beside_a_role_is_told_to_be_unused() {
        assertThat(describe(House.NOTHING.withRoles("admins", null).withPassword(House.PASSWORD, false)))
                .contains("tracker.admin.password is not used beside a role");
    }

    @Test
    void a_password_is_told_without_itself_and_tokens_by_their_number() {
        assertThat(describe(
                        House.NOTHING.withPassword(House.PASSWORD, false).withApiTokens(List.of("t0ken-a", "t0ken-b"))))
                .isEqualTo(
                        "Error Tracker: /shop/errors asks for the password of tracker.admin.password. "
                                + "The API at /shop/errors/api/0/ answers to 2 configured tokens and tokens made on the page Settings.");
    }

    @Test
    void development_is_told_as_open() {
        assertThat(describe(House.NOTHING.withDev(true))).contains("is open to browsers on this machine (tracker.dev)");
    }

    @Test
    void a_plain_password_inside_the_deployment_is_refused_without_being_shown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> describe(House.NOTHING.withPassword("hunter22", true)))
                .withMessageStartingWith("tracker.admin.password: ")
                .withMessageContaining("tracker.admin.password-hash")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("hunter22"));
    }

    @Test
    void a_blank_password_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> describe(House.NOTHING.withPassword("  ", false)));
    }

    @Test
    void a_weak_hash_is_refused_by_the_name_of_its_key() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> describe(House.NOTHING.withPasswordHash("5f4dcc3b5aa765d61d8327deb882cf99")))
                .withMessageStartingWith("tracker.admin.password-hash: ")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("5f4dcc3b"));
    }

    @Test
    void a_base_url_that_is_none_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> describe(House.NOTHING.withBaseUrl("shop.example")))
                .withMessageStartingWith("tracker.base-url: ");
    }

    @Test
    void settings_never_show_their_secrets() {
        assertThat(House.NOTHING
                        .withPassword("hunter22", false)
                        .withApiTokens(List.of("t0ken"))
                        .toString())
                .isEqualTo("AccessSettings[/shop/errors]");
    }

    private static String describe(AccessSettings settings) {
        FakeClock clock = new FakeClock();
        return Access.of(settings, new FakeTokens(), clock, new SecureRandom(), new SelfHealth(clock, new FakeLog()))
                .describe();
    }
}
