package io.errortracker.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocationsTest {
    private static final String BASE = "/shop/errors";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/shop/errors/../admin",
                "/shop/errors/%2e%2e/admin",
                "/shop/errors/.%2E/admin",
                "/shop/errorsome",
                "/shop/errors\\..\\x",
                "/shop/errors/\r\nSet-Cookie: a=b",
                "/shop/errors/ x",
                "/elsewhere",
                ""
            })
    void an_address_that_is_not_one_of_our_pages_is_not_followed(String asked) {
        assertThat(Locations.next(asked, BASE, "/otherwise")).isEqualTo("/otherwise");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/shop/errors", "/shop/errors/", "/shop/errors/issues/SHOP-42?frames=all", "/shop/errors?q=a..b"
            })
    void an_address_of_our_pages_is_followed(String asked) {
        assertThat(Locations.next(asked, BASE, "/otherwise")).isEqualTo(asked);
    }

    @Test
    void parameters_are_taken_out_and_the_others_stay() {
        assertThat(Locations.without("/e/?a=1&done=resolved&b=2&ids=3", "done", "ids"))
                .isEqualTo("/e/?a=1&b=2");
        assertThat(Locations.without("/e/?done=resolved", "done")).isEqualTo("/e/");
    }
}
