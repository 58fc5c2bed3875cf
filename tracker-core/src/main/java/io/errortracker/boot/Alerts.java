package io.errortracker.boot;

import io.errortracker.TrackerConfig;
import io.errortracker.alert.AlertDesk;
import io.errortracker.alert.Digests;
import io.errortracker.alert.Evaluator;
import io.errortracker.alert.LogNotifier;
import io.errortracker.alert.Message;
import io.errortracker.alert.Notifier;
import io.errortracker.alert.RuleBook;
import io.errortracker.alert.Sender;
import io.errortracker.alert.SenderThread;
import io.errortracker.event.ErrorEvent;
import io.errortracker.health.SelfHealth;
import io.errortracker.store.alert.AlertAction;
import io.errortracker.store.alert.Outbox;
import io.errortracker.store.jpa.JpaStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Alerts, put together: the evaluator in the writer's transactions, and the thread that sends. */
final class Alerts {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final Duration COUNTED = Duration.ofHours(26);
    private static final Duration END = Duration.ofSeconds(2);

    private final ObserverNotifier observers = new ObserverNotifier();
    private final AlertDesk desk;
    private final Outbox outbox;
    private final SenderThread thread;
    private final SelfHealth health;

    Alerts(
            TrackerConfig config,
            String application,
            JpaStore store,
            ThreadFactory threads,
            SelfHealth health,
            Clock clock) {
        AlertParts parts = new AlertParts(config, clock);
        this.health = health;
        RuleBook book = new RuleBook(parts.rules(), health);
        outbox = store.outbox();
        List<Notifier> notifiers = List.of(parts.mail(), parts.webhook(), observers, new LogNotifier(health::say));
        Supplier<List<AlertAction>> standard = parts.standard(notifiers);
        Sender sender = new Sender(
                outbox,
                notifiers,
                delivery -> Message.of(delivery, application, parts.links()),
                new Digests(),
                ErrorEvent.newId(),
                health,
                clock,
                () -> ThreadLocalRandom.current().nextDouble());
        thread = new SenderThread(sender, threads, health, clock);
        desk = new AlertDesk(book, store.alertRules(), outbox, notifiers, thread::lookNow, clock);
        store.watchedBy(new Evaluator(book, parts.limits(), standard, thread::expect));
    }

    void start() {
        thread.start();
    }

    AlertDesk desk() {
        return desk;
    }

    /** To be called when a batch was recorded; never waits. */
    void recorded() {
        thread.wake();
    }

    /** @param fire fires a CDI event */
    void useObservers(Consumer<Object> fire) {
        observers.use(fire);
    }

    /** Forgets what nobody asks for any more. */
    void forget(Instant now) {
        outbox.forgetBefore(now.minus(KEPT), now.minus(COUNTED));
    }

    void stop() {
        if (!thread.stop(END)) {
            health.say(
                    System.Logger.Level.INFO,
                    "Error Tracker stops while an alert is being sent; it is sent again after the next start");
        }
    }
}
