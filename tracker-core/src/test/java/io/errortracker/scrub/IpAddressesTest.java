package io.errortracker.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressesTest {
    private final IpAddresses addresses = new IpAddresses();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "73.133.27.120                             | [ip]",
                "peer 73.133.27.120 hung up                | peer [ip] hung up",
                "api.acme.example/54.187.174.169:443       | api.acme.example/[ip]:443",
                "/54.187.174.169:443                       | /[ip]:443",
                "from=203.0.113.7, to=198.51.100.9         | from=[ip], to=[ip]",
                "(73.133.27.120)                           | ([ip])",
                "73.133.27.120.                            | [ip].",
                "2600:1f18:1234:5678:9abc:def0:1234:5678   | [ip]",
                "peer 2001:db8::1 hung up                  | peer [ip] hung up",
                "2a00:1450:4001:81b::200e                  | [ip]",
            })
    void an_address_of_the_internet_is_hidden(String text, String scrubbed) {
        assertThat(addresses.scrub(text)).isEqualTo(scrubbed);
        assertThat(addresses.scrub(scrubbed)).isEqualTo(scrubbed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.7:5432",
                "192.168.178.1",
                "172.20.1.1",
                "127.0.0.1",
                "169.254.169.254",
                "100.64.3.2",
                "0.0.0.0",
                "255.255.255.0",
                "Chrome/131.0.0.0",
                "Chrome/131.0.67.86",
                "driver version 13.0.35.131 is older than 17.0.35.174",
                "1.4.2.1",
                "17.0.9.1",
                "1.2.3.4.133",
                "1.2.300.133",
                "v73.133.27.120",
                "73.133.27.120-beta",
                "2026-11-23T10:00:00",
                "12:34:56:78:90:ab",
                "2600:1f18",
                "::1",
                "fe80::1"
            })
    void what_is_private_or_no_address_stays(String text) {
        assertThat(addresses.scrub(text)).isEqualTo(text);
    }
}
