package io.errortracker.alert;

import io.errortracker.alert.webhook.Shape;
import io.errortracker.alert.webhook.WebhookNotifier;
import io.errortracker.alert.webhook.WebhookSettings;
import io.errortracker.health.SelfHealth;
import io.errortracker.store.Events;
import io.errortracker.store.alert.AlertAction;
import io.errortracker.store.jpa.JpaStore;
import io.errortracker.store.jpa.OpenStores;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Records a new issue again and again, each of which alerts, in a process of its own that is there to be killed. */
final class AlertProcess {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final SelfHealth HEALTH = new SelfHealth(CLOCK, System.getLogger("io.errortracker.test"));

    private AlertProcess() {}

    static Process start(Path store, String run, String url) throws java.io.IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AlertProcess.class.getName(),
                        store.toString(),
                        run,
                        url)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static void watch(JpaStore store, Runnable afterwards) {
        store.watchedBy(new Evaluator(
                new RuleBook(
                        List.of(AlertRule.configured(
                                "new", "New", new Condition.NewIssue(), EventFilter.ANY, List.of())),
                        HEALTH),
                new Evaluator.Limits(Duration.ofMinutes(30), 10_000),
                () -> List.of(AlertAction.of(AlertAction.Kind.WEBHOOK)),
                afterwards));
    }

    static Sender sender(JpaStore store, String url) {
        return new Sender(
                store.outbox(),
                List.of(new WebhookNotifier(new WebhookSettings(url, Shape.GENERIC, null), CLOCK)),
                delivery -> Message.of(delivery, "shop", new Links(null)),
                new Digests(),
                "node",
                HEALTH,
                CLOCK,
                () -> 0.5);
    }

    public static void main(String[] arguments) {
        try (JpaStore store = OpenStores.file(Path.of(arguments[0]), CLOCK)) {
            SenderThread thread =
                    new SenderThread(sender(store, arguments[2]), task -> new Thread(task, "sender"), HEALTH, CLOCK);
            watch(store, thread::expect);
            thread.start();
            for (int i = 0; ; i++) {
                String issue = arguments[1] + "x" + i;
                store.record(Events.stored(Events.of(issue, Instant.now())));
                thread.wake();
                byte[] line = (issue + "\n").getBytes(StandardCharsets.UTF_8);
                System.out.write(line, 0, line.length);
                System.out.flush();
            }
        }
    }
}
