package io.errortracker.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.event.Level;
import io.errortracker.store.alert.AlertAction;
import io.errortracker.store.alert.Delivery;
import io.errortracker.store.alert.FiredAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogNotifierTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nWARN forged", "a\nforged", "a\rforged", "a\u0085forged", "a\u2028forged", "a\u2029forged",
                "\u001b[2J\u001b[31mred", "\u001b]0;title\u0007", "\u202eevil", "\u2066evil\u2069", "a\u0000b",
                        "a\u000bb"
            })
    void one_line_stays_one_line(String hostile) {
        List<String> lines = new ArrayList<>();
        AlertAction log = AlertAction.of(AlertAction.Kind.LOG);
        FiredAlert alert = new FiredAlert(
                "a".repeat(32),
                FiredAlert.Kind.SPIKE,
                "spike",
                hostile,
                "because",
                NOW,
                new FiredAlert.Subject(
                        1,
                        "SHOP-1",
                        hostile,
                        hostile,
                        hostile,
                        hostile,
                        Level.ERROR,
                        hostile,
                        hostile,
                        null,
                        1,
                        1,
                        List.of(),
                        List.of(hostile)),
                List.of(log));

        new LogNotifier((level, line) -> lines.add(line))
                .send(Message.of(
                        new Delivery(1, alert, List.of(), log, Delivery.State.WAITING, 0, 0, NOW, null, null),
                        "shop",
                        new Links(null)));

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).startsWith("Error Tracker alert [shop] Spike SHOP-1: ");
        assertThat(lines.get(0).codePoints())
                .noneMatch(c -> Character.isISOControl(c)
                        || c == 0x2028
                        || c == 0x2029
                        || (c >= 0x202a && c <= 0x202e)
                        || (c >= 0x2066 && c <= 0x2069));
    }
}
