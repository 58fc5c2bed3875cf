package io.errortracker.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.alert.NotSent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A webhook that a rule names must not reach what only the server can reach. Canaries listen where it must not get to. */
class ForgeryOfRequestsTest {
    private static final List<String> HOSTS = List.of(
            // loopback, written in every way there is
            "127.0.0.1",
            "127.1",
            "127.0.1",
            "127.127.127.127",
            "127.0.0.0",
            "localhost",
            "LOCALHOST",
            "localhost.",
            "localhost.localdomain",
            "ip6-localhost",
            "2130706433",
            "017700000001",
            "0x7f000001",
            "0x7F.0x0.0x0.0x1",
            "0177.0.0.1",
            "0177.0000.0000.0001",
            "00000177.0.0.1",
            "0x7f.1",
            "0x7f.0.1",
            "127.0.0.01",
            "127.00.0.1",
            "3232235521",
            "1.0.0.127.in-addr.arpa",
            "127.0.0.1.",
            "127。0。0。1",
            "１２７.0.0.1",
            "①②⑦.⓪.⓪.①",
            "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
            "[::1]",
            "[::]",
            "[0:0:0:0:0:0:0:1]",
            "[0000:0000:0000:0000:0000:0000:0000:0001]",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[::ffff:0:127.0.0.1]",
            "[::127.0.0.1]",
            "[::7f00:1]",
            "[0:0:0:0:0:ffff:127.0.0.1]",
            "[64:ff9b::127.0.0.1]",
            "[64:ff9b::7f00:1]",
            "[64:ff9b:1::7f00:1]",
            "[2002:7f00:1::]",
            "[2002:7f00:0001::1]",
            "[2001:0:7f00:1::]",
            "[fe80::1]",
            "[fe80::1%25lo]",
            "[::1%25lo]",
            "[fec0::1]",
            "[fc00::1]",
            "[fd00::1]",
            "[ff02::1]",
            "[100::1]",
            "[2001:db8::1]",
            "[5f00::1]",
            "[3fff::1]",
            // nobody, everybody, the neighbours
            "0",
            "0.0.0.0",
            "0.0.0.1",
            "00.00.00.00",
            "255.255.255.255",
            "224.0.0.1",
            "239.255.255.250",
            "240.0.0.1",
            "10.0.0.1",
            "10.255.255.255",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.0.1",
            "192.168.1.254",
            "169.254.1.1",
            "100.64.0.1",
            "100.127.255.255",
            "192.0.0.1",
            "192.0.2.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.1",
            "203.0.113.1",
            "192.88.99.1",
            "167772161",
            "0xa000001",
            "012.0.0.1",
            "0xc0a80001",
            "192.168.257",
            // the metadata of clouds
            "169.254.169.254",
            "2852039166",
            "0xa9fea9fe",
            "0251.0376.0251.0376",
            "[::ffff:169.254.169.254]",
            "[::ffff:a9fe:a9fe]",
            "[fd00:ec2::254]",
            "169.254.170.2",
            "100.100.100.200",
            "metadata.google.internal",
            "metadata",
            "instance-data",
            // names whose owner points them inwards
            "rebind.example",
            "mixed.example",
            "mixed-backwards.example",
            "inside.example",
            "inside6.example",
            "mapped.example",
            "nat64.example",
            "sixtofour.example",
            "linklocal.example",
            "unique.example");

    /** {@code %s} is host and port. */
    private static final List<String> AROUND = List.of(
            "http://%s@public.example/",
            "http://public.example@%s/",
            "http://public.example:80@%s/",
            "http://a:b@%s/",
            "http://@%s/",
            "http://%s\\@public.example/",
            "http://public.example\\@%s/",
            "http://public.example#@%s/",
            "http://%s#public.example/",
            "http://public.example?@%s/#",
            "http:\\\\%s/",
            "http:/%s/",
            "http:%s/",
            "//%s/",
            "http:////%s/",
            "http:///%s/",
            "hTTp://%s /",
            " http://%s/",
            "http://%s/\r\nHost: public.example",
            "http://%s\t/",
            "http://%s%%00.public.example/",
            "http://%s%%2f@public.example/",
            "http://%s%%23@public.example/",
            "http://[%s]/",
            "http://public.example,%s/",
            "http://public.example;%s/",
            "http://<%s>/",
            "http://{%s}/",
            "http://%s:0/",
            "http://%s:99999/",
            "http://%s:-1/",
            "gopher://%s/",
            "file://%s/etc/passwd",
            "ftp://%s/",
            "jar:http://%s!/",
            "ldap://%s/",
            "dict://%s/",
            "javascript:http://%s/",
            "data:text/plain,%s",
            "https://%s/",
            "HTTP://%s/",
            "http://%s/%%2e%%2e/",
            "http://%s?x",
            "http://%s/a?b=http://public.example/",
            "http://user:pass@%s:80/",
            "http://%s/a@b");

    private final List<Canary> canaries = new ArrayList<>();

    /** Counts who connects to it. */
    private static final class Canary implements AutoCloseable {
        private final ServerSocket socket;
        private final AtomicInteger visits = new AtomicInteger();

        Canary(InetAddress address, int port) throws IOException {
            socket = new ServerSocket(port, 50, address);
            Thread thread = new Thread(this::listen);
            thread.setDaemon(true);
            thread.start();
        }

        private void listen() {
            while (!socket.isClosed()) {
                try (Socket visitor = socket.accept()) {
                    visits.incrementAndGet();
                    visitor.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                } catch (IOException closed) {
                    assertThat(closed).isNotNull();
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @BeforeEach
    void listen() throws IOException {
        Canary first = new Canary(InetAddress.getByName("127.0.0.1"), 0);
        canaries.add(first);
        canaries.add(new Canary(InetAddress.getByName("127.127.127.127"), port()));
        try {
            canaries.add(new Canary(InetAddress.getByName("::1"), port()));
        } catch (IOException thisMachineHasNoIpv6) {
            assertThat(canaries).hasSize(2);
        }
    }

    private int port() {
        return canaries.get(0).socket.getLocalPort();
    }

    @AfterEach
    void close() throws IOException {
        for (Canary canary : canaries) {
            canary.close();
        }
    }

    @Test
    void no_form_of_address_leads_to_a_canary() throws Exception {
        List<String> urls = urls();
        int refused = 0;
        for (String url : urls) {
            refused += refuses(url) ? 1 : 0;
        }

        System.out.println("forms=" + urls.size() + " refused=" + refused + " visits=" + visits());
        assertThat(urls).hasSizeGreaterThan(150);
        assertThat(refused).isEqualTo(urls.size());
        assertThat(visits()).isZero();
    }

    @Test
    void without_the_guard_the_same_forms_do_lead_to_a_canary() throws Exception {
        for (String url : urls().subList(0, 8)) {
            String own = url.replace("LOCALHOST", "localhost");
            try {
                notifier(own).send(Webhooks.to(null));
            } catch (NotSent someOfThemFail) {
                assertThat(someOfThemFail.why()).isNotEmpty();
            }
        }

        assertThat(visits()).isPositive();
    }

    private List<String> urls() {
        List<String> urls = new ArrayList<>();
        HOSTS.forEach(host -> urls.add("http://" + host + ":" + port() + "/"));
        AROUND.forEach(form -> urls.add(String.format(form, "127.0.0.1:" + port())));
        return urls;
    }

    private int visits() {
        return canaries.stream().mapToInt(canary -> canary.visits.get()).sum();
    }

    /** Refused for good, before anything was connected to. */
    private boolean refuses(String url) throws Exception {
        try {
            notifier(null).send(Webhooks.to("webhook " + url));
            return false;
        } catch (NotSent refused) {
            boolean beforeConnecting = refused.why().contains("no address to post to")
                    || refused.why().contains("not on the public Internet")
                    || refused.why().contains("not known to the name service");
            assertThat(beforeConnecting).as(url + ": " + refused.why()).isTrue();
            return true;
        }
    }

    private WebhookNotifier notifier(@Nullable String own) {
        AtomicInteger rebound = new AtomicInteger();
        return new WebhookNotifier(
                new WebhookSettings(own, Shape.GENERIC, null),
                host -> resolve(host, rebound),
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                Clock.systemUTC());
    }

    /** Names of a stranger's zone; the first of them answers differently the second time. */
    private static InetAddress[] resolve(String host, AtomicInteger rebound) throws UnknownHostException {
        return switch (host) {
            case "rebind.example" -> all(rebound.getAndIncrement() == 0 ? "127.0.0.1" : "93.184.216.34");
            case "mixed.example" -> all("93.184.216.34", "127.0.0.1");
            case "mixed-backwards.example" -> all("127.0.0.1", "93.184.216.34");
            case "inside.example" -> all("10.1.2.3");
            case "inside6.example" -> all("::1");
            case "mapped.example" -> all("::ffff:127.0.0.1");
            case "nat64.example" -> all("64:ff9b::7f00:1");
            case "sixtofour.example" -> all("2002:7f00:1::");
            case "linklocal.example" -> all("169.254.169.254", "fe80::1");
            case "unique.example" -> all("fd00::1");
            case "public.example" -> throw new UnknownHostException("no test may leave this machine");
            default ->
                host.matches("[0-9a-f:.]+") || host.equals("localhost")
                        ? InetAddress.getAllByName(host)
                        : unknown(host);
        };
    }

    private static InetAddress[] unknown(String host) throws UnknownHostException {
        throw new UnknownHostException(host);
    }

    private static InetAddress[] all(String... addresses) throws UnknownHostException {
        InetAddress[] all = new InetAddress[addresses.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = InetAddress.getByName(addresses[i]);
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "93.184.216.34",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "169.253.255.255",
                "192.167.255.255",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "9.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450::1",
                "2620:fe::fe",
                "2001:4860:4860::8888"
            })
    void addresses_of_the_public_internet_are_global(String address) throws Exception {
        assertThat(GlobalAddress.is(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void plain_addresses_are_read_as_they_are() {
        assertThat(TargetUrl.parse("https://Hooks.Slack.com/services/T/B/x?y=1"))
                .isEqualTo(new TargetUrl(true, "hooks.slack.com", 443, "/services/T/B/x?y=1"));
        assertThat(TargetUrl.parse("http://hooks.example:8080"))
                .isEqualTo(new TargetUrl(false, "hooks.example", 8080, "/"));
        assertThat(TargetUrl.parse("http://hooks.example?a=b").path()).isEqualTo("/?a=b");
        assertThat(TargetUrl.parse("https://[2606:4700::1]:8443/x").authority()).isEqualTo("[2606:4700::1]:8443");
        assertThat(TargetUrl.parse("https://8.8.8.8/").host()).isEqualTo("8.8.8.8");
        assertThat(TargetUrl.parse("https://example.com/a@b").path()).isEqualTo("/a@b");
    }
}
