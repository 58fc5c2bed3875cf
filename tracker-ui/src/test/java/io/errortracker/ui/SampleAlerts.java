package io.errortracker.ui;

import io.errortracker.alert.AbsentNotifier;
import io.errortracker.alert.AlertDesk;
import io.errortracker.alert.AlertRule;
import io.errortracker.alert.Condition;
import io.errortracker.alert.EventFilter;
import io.errortracker.alert.LogNotifier;
import io.errortracker.alert.Message;
import io.errortracker.alert.Notifier;
import io.errortracker.alert.RuleBook;
import io.errortracker.alert.RuleText;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.Level;
import io.errortracker.health.SelfHealth;
import io.errortracker.issue.Fingerprint;
import io.errortracker.issue.GroupedEvent;
import io.errortracker.store.Batch;
import io.errortracker.store.RetentionPolicy;
import io.errortracker.store.alert.AlertAction;
import io.errortracker.store.alert.AlertAction.Kind;
import io.errortracker.store.alert.Delivery;
import io.errortracker.store.alert.FiredAlert;
import io.errortracker.store.alert.Outbox;
import io.errortracker.store.jpa.JpaStore;
import io.errortracker.store.jpa.StoreLocation;
import io.errortracker.store.jpa.StoreSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Alerts in memory for the tests of the pages; closed with its store. */
final class SampleAlerts implements AutoCloseable {
    private static final RetentionPolicy KEEP_ALL = new RetentionPolicy(Duration.ofDays(36_500), 10_000_000, 1L << 40);

    final JpaStore store;
    final AlertDesk desk;
    private final Clock clock;
    private final Outbox outbox;

    private SampleAlerts(Clock clock) {
        this.clock = clock;
        SelfHealth health = new SelfHealth(clock, System.getLogger("io.errortracker.pages"));
        store = JpaStore.create(new StoreSettings(new StoreLocation.Memory(), "shop", KEEP_ALL, clock, health));
        outbox = store.outbox();
        List<Notifier> ways = List.of(
                new Silent(Kind.MAIL, "ops@shop.example, dev@shop.example"),
                new Silent(Kind.WEBHOOK, "https://hooks.slack.com/…"),
                new AbsentNotifier(Kind.CDI, false, "No bean of the application observes AlertFired or AlertDigest."),
                new LogNotifier((level, line) -> {}));
        desk = new AlertDesk(new RuleBook(rules(), health), store.alertRules(), outbox, ways, () -> {}, clock);
    }

    /** Four rules, nothing told. */
    static SampleAlerts empty(Clock clock) {
        return new SampleAlerts(clock);
    }

    /** Rules of all origins and deliveries in every state. */
    static SampleAlerts filled(Clock clock) {
        SampleAlerts sample = new SampleAlerts(clock);
        sample.fill();
        return sample;
    }

    private static List<AlertRule> rules() {
        return List.of(
                AlertRule.configured("new-issue", "New issue", new Condition.NewIssue(), EventFilter.ANY, List.of()),
                AlertRule.configured(
                        "regression", "Regression", new Condition.Regression(), EventFilter.ANY, List.of()),
                AlertRule.configured("spike", "Spike", new Condition.Spike(100, 10), EventFilter.ANY, List.of()),
                AlertRule.configured(
                        "high-volume", "Many users", new Condition.HighVolume(50), EventFilter.ANY, List.of()));
    }

    private void fill() {
        desk.save(
                RuleText.parse("Checkout fails: 10 events or 5 users in 5m, environment=production,"
                        + " tag.section=checkout -> mail, slack:https://hooks.slack.com/services/T0/B0/secret"),
                "jo");
        desk.save(RuleText.parse("Bad release: 20 events and 5 users in 1h, release=1.5*, age<1d"), "jo");
        desk.mute("spike", clock.instant().plus(Duration.ofHours(3)), "jo");
        desk.rules().stream()
                .filter(rule -> rule.name().equals("Bad release"))
                .forEach(rule -> desk.pause(rule.key(), true, "jo"));
        told(FiredAlert.Kind.REGRESSION, "regression", 7, "NullPointerException", "\"basket\" is null", 26, Kind.LOG);
        told(FiredAlert.Kind.NEW_ISSUE, "new-issue", 31, "SocketTimeoutException", "Read timed out", 9, Kind.WEBHOOK);
        told(FiredAlert.Kind.SPIKE, "spike", 42, "PaymentDeclined", "card expired", 4, Kind.MAIL);
        List<Delivery> newest = outbox.latest(10);
        outbox.failed(
                newest.get(0).id(),
                "The mail server did not take it: Couldn't connect to host, port: smtp.shop.example, 587; timeout 5000",
                clock.instant(),
                clock.instant().plus(Duration.ofMinutes(4)));
        outbox.failed(newest.get(1).id(), "It answered 410.", clock.instant(), null);
        outbox.sent(newest.get(2).id(), clock.instant());
        told(FiredAlert.Kind.CUSTOM, "made:1", 42, "PaymentDeclined", "card expired", 0, Kind.MAIL);
        past();
    }

    private void told(
            FiredAlert.Kind kind, String rule, long issue, String type, String value, int minutesAgo, Kind way) {
        FiredAlert.Subject subject = new FiredAlert.Subject(
                issue,
                "SHOP-" + issue,
                type,
                value,
                "PaymentResource.pay",
                "POST /orders/{id}/pay",
                Level.ERROR,
                "production",
                "1.4.3",
                null,
                1_204,
                318,
                List.of(1L, 2L),
                List.of());
        Instant fired = clock.instant().minus(Duration.ofMinutes(minutesAgo));
        outbox.put(new FiredAlert(
                ErrorEvent.newId(), kind, rule, rule, "because", fired, subject, List.of(AlertAction.of(way))));
    }

    /** Something for previews: one issue that failed thirty times in an hour of each of three days. */
    private void past() {
        for (int day = 1; day <= 3; day++) {
            Instant when = clock.instant().minus(Duration.ofDays(day));
            for (int i = 0; i < 30; i++) {
                ErrorEvent event = ErrorEvent.builder(ErrorEvent.newId(), when.plusSeconds(i))
                        .environment("production")
                        .build();
                GroupedEvent grouped = new GroupedEvent(
                        event, new Fingerprint("f".repeat(32), 1, List.of()), "PaymentDeclined", "card expired", null);
                store.record(new Batch(List.of(grouped), List.of(), List.of()));
            }
        }
    }

    @Override
    public void close() {
        store.close();
    }

    /** One that is never asked: nobody sends in these tests. */
    private record Silent(Kind kind, String where) implements Notifier {
        @Override
        public boolean isSetUp() {
            return true;
        }

        @Override
        public @Nullable String problem() {
            return null;
        }

        @Override
        public String destination(@Nullable String target) {
            return target == null ? where : "https://hooks.slack.com/…";
        }

        @Override
        public void send(Message message) {
            throw new UnsupportedOperationException();
        }
    }
}
