package io.errortracker.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerMessagesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WFLYEJB0034: Jakarta Enterprise Beans Invocation failed on component Checkout",
                "UT005023: Exception handling request to /shelf",
                "RESTEASY002375: Error processing request",
                "CNTR0020E: EJB threw an unexpected exception",
                "AS-EJB-00056: A system exception occurred"
            })
    void a_servers_number_is_known(String text) {
        assertThat(ServerMessages.has(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "Order 1204: could not be charged",
                "HTTP: 500",
                "ORD123: no stock",
                "1204: no stock",
                "A1234: no stock",
                "ABCD1234EF: no stock",
                "WFLYEJB0034 without a colon"
            })
    void what_the_application_says_is_kept(String text) {
        assertThat(ServerMessages.has(text)).isFalse();
    }
}
