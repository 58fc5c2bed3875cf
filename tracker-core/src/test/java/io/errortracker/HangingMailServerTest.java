package io.errortracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.boot.Deployment;
import io.errortracker.boot.TrackerRuntime;
import io.errortracker.store.alert.Delivery;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A mail server that takes the call and says nothing. */
@Timeout(120)
class HangingMailServerTest {
    @TempDir
    Path directory;

    @Test
    void the_writer_goes_on_while_a_mail_hangs_and_the_mail_waits_for_another_try() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                TrackerRuntime runtime = start(silent.getLocalPort())) {
            runtime.tracker().captureException(new IllegalStateException("first"));
            runtime.tracker().flush(Duration.ofSeconds(30));
            try (Socket hanging = silent.accept()) {
                for (int i = 0; i < 2_000; i++) {
                    runtime.tracker().captureException(new IllegalStateException("more"));
                    if (i % 500 == 499) {
                        assertThat(runtime.tracker().flush(Duration.ofSeconds(30)))
                                .isTrue();
                    }
                }
                assertThat(hanging.isConnected()).isTrue();
                assertThat(runtime.health().storedCount()).isEqualTo(2_001);
                assertThat(runtime.health().drops()).isEmpty();
                assertThat(runtime.alerts().deliveries())
                        .isNotEmpty()
                        .allMatch(delivery -> delivery.state() == Delivery.State.WAITING);
            }
        }
    }

    private TrackerRuntime start(int port) {
        Map<String, String> settings = Map.of(
                "tracker.store.directory", directory.toString(),
                "tracker.storm.per-minute", "1000000",
                "tracker.alert.actions", "mail",
                "tracker.mail.host", "127.0.0.1",
                "tracker.mail.port", String.valueOf(port),
                "tracker.mail.tls", "off",
                "tracker.mail.from", "tracker@example.com",
                "tracker.mail.to", "ops@example.com");
        TrackerConfig config = TrackerConfig.read(
                key -> Optional.ofNullable(settings.get(key)).map(value -> new Settings.Setting(value, false)));
        return TrackerRuntime.start(
                new Deployment(
                        getClass().getClassLoader(),
                        "/shop",
                        "Test Server 1.0",
                        Set.of("io.errortracker"),
                        path -> null),
                config,
                Clock.systemUTC());
    }
}
