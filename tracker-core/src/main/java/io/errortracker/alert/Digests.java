package io.errortracker.alert;

import io.errortracker.event.ErrorEvent;
import io.errortracker.store.alert.FiredAlert;
import io.errortracker.store.alert.FiredAlert.Kind;
import io.errortracker.store.alert.FiredAlert.Subject;
import io.errortracker.store.alert.Outbox.Held;
import java.time.Duration;
import java.time.Instant;

/**
 * When the alerts that were held back are summed up: once five minutes brought no further one, after an hour at the latest, and never
 * twice in an hour.
 *
 * @since 0.1.0
 */
public final class Digests {
    private static final Duration QUIET = Duration.ofMinutes(5);
    private static final Duration AT_MOST = Duration.ofHours(1);

    boolean isDue(Held held, Instant now) {
        Instant first = held.first();
        Instant last = held.last();
        Instant before = held.lastDigest();
        if (first == null
                || last == null
                || (before != null && now.isBefore(before.plus(AT_MOST)) && !now.isBefore(before))) {
            return false;
        }
        return !now.isBefore(last.plus(QUIET)) || !now.isBefore(first.plus(AT_MOST)) || now.isBefore(first);
    }

    FiredAlert of(Held held, Instant now) {
        return new FiredAlert(
                ErrorEvent.newId(),
                Kind.DIGEST,
                "",
                "the limit of messages an hour",
                Message.amount(held.alerts(), "further alert") + " within the hour",
                now,
                Subject.none(),
                held.actions());
    }
}
