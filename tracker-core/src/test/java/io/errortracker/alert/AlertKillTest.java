package io.errortracker.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.errortracker.store.jpa.JpaStore;
import io.errortracker.store.jpa.OpenStores;
import jakarta.json.Json;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} between firing and sending. */
@Timeout(300)
class AlertKillTest {
    private static final int KILLS = Integer.getInteger("tracker.kills", 6);

    @TempDir
    private Path directory;

    /** How often each issue was told. */
    private final Map<String, Integer> told = new ConcurrentHashMap<>();

    private HttpServer server;

    @BeforeEach
    void listen() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String type = Json.createReader(exchange.getRequestBody())
                    .readObject()
                    .getJsonObject("issue")
                    .getString("type");
            told.merge(type, 1, Integer::sum);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void what_fired_is_sent_after_the_restart_once_or_twice_and_never_not_at_all() throws Exception {
        Path path = directory.resolve("errors");
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        Random random = new Random(11);
        List<String> recorded = new ArrayList<>();
        int unsent = 0;
        for (int run = 0; run < KILLS; run++) {
            List<String> fired = fireAndKill(path, "run" + run, url, 1 + random.nextInt(40));
            unsent += (int)
                    fired.stream().filter(issue -> !told.containsKey(issue)).count();
            recorded.addAll(fired);
            restart(path, url);
        }

        long lost = recorded.stream().filter(issue -> !told.containsKey(issue)).count();
        long twice = told.values().stream().filter(times -> times == 2).count();
        System.out.println("kills=" + KILLS + " fired=" + recorded.size() + " not yet sent when killed=" + unsent
                + " lost=" + lost + " twice=" + twice);
        assertThat(lost).isZero();
        assertThat(told.values()).allMatch(times -> times <= 2);
        assertThat(unsent).as("the kill hit between firing and sending").isPositive();
    }

    private static List<String> fireAndKill(Path path, String run, String url, int many) throws Exception {
        Process process = AlertProcess.start(path, run, url);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> fired = new ArrayList<>();
            while (fired.size() < many) {
                fired.add(String.valueOf(lines.readLine()));
            }
            process.toHandle().destroyForcibly();
            process.waitFor(30, TimeUnit.SECONDS);
            lines.lines().filter(line -> line.startsWith(run)).forEach(fired::add);
            return fired;
        }
    }

    private static void restart(Path path, String url) {
        try (JpaStore store = OpenStores.file(path, Clock.systemUTC())) {
            Sender sender = AlertProcess.sender(store, url);
            while (store.outbox().latest(500).stream()
                    .anyMatch(delivery -> delivery.state() == io.errortracker.store.alert.Delivery.State.WAITING)) {
                sender.round();
            }
        }
    }
}
