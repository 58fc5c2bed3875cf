package io.errortracker.boot;

import io.errortracker.AlertDigest;
import io.errortracker.AlertFired;
import io.errortracker.alert.Links;
import io.errortracker.alert.Message;
import io.errortracker.alert.NotSent;
import io.errortracker.alert.Notifier;
import io.errortracker.health.OneLine;
import io.errortracker.store.alert.AlertAction;
import io.errortracker.store.alert.FiredAlert;
import io.errortracker.store.alert.FiredAlert.Subject;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells alerts to the application's own observers. */
final class ObserverNotifier implements Notifier {
    private volatile @Nullable Consumer<Object> observers;

    /** @param newObservers fires a CDI event; throws what an observer throws */
    void use(Consumer<Object> newObservers) {
        observers = newObservers;
    }

    @Override
    public AlertAction.Kind kind() {
        return AlertAction.Kind.CDI;
    }

    @Override
    public boolean isSetUp() {
        return observers != null;
    }

    @Override
    public @Nullable String problem() {
        return observers == null ? "No bean of the application observes AlertFired or AlertDigest." : null;
    }

    @Override
    public String destination(@Nullable String target) {
        return "observers of AlertFired";
    }

    @Override
    public void send(Message message) throws NotSent {
        Consumer<Object> told = observers;
        if (told == null) {
            throw NotSent.yet(String.valueOf(problem()));
        }
        try {
            told.accept(message.isDigest() ? digest(message) : fired(message.alert(), message.key(), message.links()));
        } catch (RuntimeException failed) {
            throw NotSent.yet("An observer threw " + OneLine.of(String.valueOf(failed), 200));
        }
    }

    private static AlertDigest digest(Message message) {
        return new AlertDigest(
                message.key(),
                message.alert().fired(),
                message.named().stream()
                        .map(alert -> fired(alert, alert.id(), message.links()))
                        .toList());
    }

    private static AlertFired fired(FiredAlert alert, String key, Links links) {
        Subject subject = alert.subject();
        return new AlertFired(
                key,
                alert.kind().name().toLowerCase(Locale.ROOT),
                alert.ruleName(),
                alert.reason(),
                alert.fired(),
                subject.shortId(),
                subject.title(),
                subject.culprit(),
                subject.entryPoint(),
                subject.level(),
                subject.environment(),
                subject.release(),
                subject.eventId(),
                subject.events(),
                subject.users(),
                subject.issueId() == 0 ? null : links.to(subject));
    }
}
