package io.errortracker.alert;

import io.errortracker.health.SelfHealth;
import io.errortracker.store.StoreUnavailableException;
import io.errortracker.store.alert.AlertAction;
import io.errortracker.store.alert.Delivery;
import io.errortracker.store.alert.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/**
 * Empties the outbox: a delivery is tried until it arrives, with growing pauses, for about a day. A way that fails rests, so that
 * one dead mail server is not asked for each of its messages in turn, and never keeps the other ways waiting for long.
 *
 * <p>Every method is for one thread at a time: that of {@link SenderThread}.
 *
 * @since 0.1.0
 */
public final class Sender {
    static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration OFFICE = Duration.ofSeconds(90);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LAST_PAUSE = Duration.ofHours(1);
    private static final int MOST_ATTEMPTS = 30;
    private static final int AT_ONCE = 500;

    private final Outbox outbox;
    private final Map<AlertAction.Kind, Notifier> notifiers = new EnumMap<>(AlertAction.Kind.class);
    private final Function<Delivery, Message> wording;
    private final Digests digests;
    private final String node;
    private final SelfHealth health;
    private final Clock clock;
    private final DoubleSupplier random;
    private final Map<AlertAction, Rest> resting = new HashMap<>();

    /** A way that failed. */
    private record Rest(Instant until, int failures) {}

    /**
     * @param node names this one among those that share the store
     * @param random from 0 to 1, for jitter
     */
    public Sender(
            Outbox outbox,
            List<Notifier> notifiers,
            Function<Delivery, Message> wording,
            Digests digests,
            String node,
            SelfHealth health,
            Clock clock,
            DoubleSupplier random) {
        this.outbox = outbox;
        notifiers.forEach(notifier -> this.notifiers.put(notifier.kind(), notifier));
        this.wording = wording;
        this.digests = digests;
        this.node = node;
        this.health = health;
        this.clock = clock;
        this.random = random;
    }

    /** Does what is due. @return when to look again, unless there is something new before */
    public Instant round() {
        Instant now = clock.instant();
        if (!outbox.mayHoldAnything()) {
            return now.plus(IDLE);
        }
        try {
            return workAt(now);
        } catch (StoreUnavailableException unavailable) {
            return now.plus(FIRST_PAUSE);
        }
    }

    private Instant workAt(Instant now) {
        Outbox.Held held = outbox.held();
        boolean digest = digests.isDue(held, now);
        if (!digest && ready(outbox.due(now, AT_ONCE), now).isEmpty()) {
            return nextLook(now);
        }
        if (!lead(now)) {
            return now.plus(IDLE);
        }
        if (digest) {
            outbox.digest(digests.of(outbox.held(), now));
        }
        for (Delivery delivery : ready(outbox.due(now, AT_ONCE), now)) {
            if (Thread.currentThread().isInterrupted() || !lead(clock.instant())) {
                break;
            }
            attempt(delivery);
        }
        return clock.instant().plusSeconds(1);
    }

    private boolean lead(Instant now) {
        return outbox.lead(node, now, now.plus(OFFICE));
    }

    private Instant nextLook(Instant now) {
        Instant next = now.plus(IDLE);
        for (Rest rest : resting.values()) {
            next = rest.until().isAfter(now) && rest.until().isBefore(next) ? rest.until() : next;
        }
        return next;
    }

    private List<Delivery> ready(List<Delivery> due, Instant now) {
        return due.stream().filter(delivery -> !rests(delivery.action(), now)).toList();
    }

    private boolean rests(AlertAction action, Instant now) {
        Rest rest = resting.get(action);
        return rest != null && now.isBefore(rest.until());
    }

    private void attempt(Delivery delivery) {
        if (rests(delivery.action(), clock.instant())) {
            return;
        }
        try {
            notifier(delivery.action()).send(wording.apply(delivery));
            resting.remove(delivery.action());
            outbox.sent(delivery.id(), clock.instant());
        } catch (NotSent failed) {
            failed(delivery, failed);
        } catch (StoreUnavailableException notNoted) {
            throw notNoted;
        } catch (RuntimeException | LinkageError failure) {
            health.failed("sending an alert", failure);
            failed(delivery, NotSent.yet(String.valueOf(failure)));
        }
    }

    private Notifier notifier(AlertAction action) throws NotSent {
        Notifier notifier = notifiers.get(action.kind());
        String problem = notifier == null ? action.kind().label() + " is not available" : notifier.problem();
        if (notifier == null || problem != null) {
            throw NotSent.yet(String.valueOf(problem));
        }
        return notifier;
    }

    private void failed(Delivery delivery, NotSent failed) {
        Instant now = clock.instant();
        boolean givenUp = failed.isForGood() || delivery.attempts() + 1 >= MOST_ATTEMPTS;
        Instant again = givenUp ? null : now.plus(pause(delivery.attempts()));
        if (!failed.isForGood()) {
            Rest before = resting.get(delivery.action());
            int failures = before == null ? 0 : before.failures() + 1;
            resting.put(delivery.action(), new Rest(now.plus(pause(failures)), failures));
        }
        outbox.failed(delivery.id(), failed.why(), now, again);
        health.say(
                System.Logger.Level.WARNING,
                "Error Tracker could not tell an alert by "
                        + delivery.action().kind().label() + ": " + failed.why() + (givenUp ? "; given up" : ""));
    }

    /** Doubled with each attempt, and a quarter shorter or longer by chance. */
    Duration pause(int attempts) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 10));
        Duration pause = doubled.compareTo(LAST_PAUSE) > 0 ? LAST_PAUSE : doubled;
        return Duration.ofMillis((long) (pause.toMillis() * (0.75 + random.getAsDouble() / 2)));
    }

    /** Lets others send at once. */
    void resign() {
        try {
            if (outbox.mayHoldAnything()) {
                outbox.resign(node);
            }
        } catch (StoreUnavailableException expires) {
            health.failed("giving back the office of the sender", expires);
        }
    }
}
