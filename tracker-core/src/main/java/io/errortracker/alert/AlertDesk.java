package io.errortracker.alert;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.Level;
import io.errortracker.store.alert.AlertAction;
import io.errortracker.store.alert.Delivery;
import io.errortracker.store.alert.FiredAlert;
import io.errortracker.store.alert.Outbox;
import io.errortracker.store.alert.RuleShelf;
import io.errortracker.store.alert.StoredRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What people see of alerts and do about them. Thread-safe; every method throws
 * {@link io.errortracker.store.StoreUnavailableException} when the store cannot be used now.
 *
 * @since 0.1.0
 */
public final class AlertDesk {
    private static final int SHOWN = 100;

    private final RuleBook book;
    private final RuleShelf shelf;
    private final Outbox outbox;
    private final List<Notifier> notifiers;
    private final Runnable lookNow;
    private final Clock clock;

    /** @param lookNow has the sender look into the outbox at once */
    public AlertDesk(
            RuleBook book, RuleShelf shelf, Outbox outbox, List<Notifier> notifiers, Runnable lookNow, Clock clock) {
        this.book = book;
        this.shelf = shelf;
        this.outbox = outbox;
        this.notifiers = List.copyOf(notifiers);
        this.lookNow = lookNow;
        this.clock = clock;
    }

    /** A way an alert can be told. @param problem what keeps it from being used; null when nothing does */
    public record Way(
            AlertAction.Kind kind,
            boolean isSetUp,
            @Nullable String problem,
            String destination) {}

    /** Those of the configuration first. */
    public List<AlertRule> rules() {
        return book.merged(shelf.rules());
    }

    public Optional<AlertRule> rule(String key) {
        return rules().stream().filter(rule -> rule.key().equals(key)).findFirst();
    }

    /**
     * Keeps a rule, under its key or a new one where that is empty; what it counted before is forgotten.
     *
     * @return its key; empty when there are too many rules
     * @throws IllegalArgumentException for a rule whose words cannot be read back, saying why
     */
    public Optional<String> save(AlertRule rule, String author) {
        String definition = RuleText.of(rule);
        RuleText.parse(definition);
        String key = rule.key().isEmpty() ? "made:" + ErrorEvent.newId().substring(0, 12) : rule.key();
        boolean saved =
                shelf.save(new StoredRule(key, definition, rule.paused(), rule.mutedUntil(), author, clock.instant()));
        if (saved) {
            shelf.forgetCounters(key);
            book.changed();
        }
        return saved ? Optional.of(key) : Optional.empty();
    }

    /** How often a rule would have fired in the last week. */
    public Preview preview(AlertRule rule) {
        Instant now = clock.instant();
        return Preview.of(rule, shelf.histories(now, Preview.HOURS), now);
    }

    /** How many alerts each rule fired in the last week, by its key. */
    public Map<String, Long> firedLately() {
        return shelf.firedSince(clock.instant().minus(Duration.ofDays(7)));
    }

    /** How many alerts wait for the next digest. */
    public long held() {
        return outbox.held().alerts();
    }

    /** Where an action tells, without secrets: {@code hooks.slack.com/…}. */
    public String destination(AlertAction action) {
        return notifiers.stream()
                .filter(notifier -> notifier.kind() == action.kind())
                .map(notifier -> notifier.destination(action.target()))
                .findFirst()
                .orElse("nowhere");
    }

    /** @return whether there is such a rule */
    public boolean pause(String key, boolean paused, String author) {
        return change(key, author, paused, null);
    }

    /** @param until null ends it @return whether there is such a rule */
    public boolean mute(String key, @Nullable Instant until, String author) {
        return change(key, author, false, until);
    }

    private boolean change(String key, String author, boolean paused, @Nullable Instant mutedUntil) {
        Optional<AlertRule> rule = rule(key);
        boolean changed = rule.isPresent()
                && shelf.save(
                        new StoredRule(key, RuleText.of(rule.get()), paused, mutedUntil, author, clock.instant()));
        book.changed();
        return changed;
    }

    /** Deletes a rule that people made; takes back what they changed of a configured one. @return whether there was anything */
    public boolean delete(String key) {
        boolean deleted = shelf.delete(key);
        book.changed();
        return deleted;
    }

    /** The newest first. */
    public List<Delivery> deliveries() {
        return outbox.latest(SHOWN);
    }

    /** @return whether there is such a delivery */
    public boolean sendAgain(long delivery) {
        boolean again = outbox.again(delivery, clock.instant());
        lookNow.run();
        return again;
    }

    /** Sends a real message by one way. */
    public void test(AlertAction.Kind kind, String author) {
        outbox.put(new FiredAlert(
                ErrorEvent.newId(),
                FiredAlert.Kind.TEST,
                "",
                "the test button",
                author + " wanted to see whether this arrives. It does.",
                clock.instant(),
                sample(),
                List.of(AlertAction.of(kind))));
        lookNow.run();
    }

    private static FiredAlert.Subject sample() {
        return new FiredAlert.Subject(
                0,
                "",
                "This is how an alert looks",
                "",
                "CheckoutResource.pay",
                "POST /orders/{id}/pay",
                Level.INFO,
                null,
                null,
                null,
                0,
                0,
                LongStream.of(0, 0, 1, 0, 2, 1, 0, 3, 2, 4, 3, 5, 4, 3, 6, 5, 4, 2, 3, 1, 2, 4, 9, 14)
                        .boxed()
                        .toList(),
                List.of("com.example.shop.CheckoutResource.pay (CheckoutResource.java:58)"));
    }

    /** Every way there is. */
    public List<Way> ways() {
        return notifiers.stream()
                .map(notifier ->
                        new Way(notifier.kind(), notifier.isSetUp(), notifier.problem(), notifier.destination(null)))
                .toList();
    }
}
