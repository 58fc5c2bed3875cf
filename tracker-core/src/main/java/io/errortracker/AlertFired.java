package io.errortracker;

import io.errortracker.event.Level;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Fired as a CDI event, to synchronous and asynchronous observers, when an alert is told. Values only; immutable.
 *
 * <p>An observer that throws is asked again later, and with it all others: {@link #id} tells a repetition. Observers run on the tracker's own thread,
 * outside any request, and must not take long. What goes past {@code tracker.alert.per-hour} comes as one {@link AlertDigest} instead.
 *
 * @param id the same for each repetition
 * @param kind {@code new_issue}, {@code regression}, {@code spike}, {@code high_volume}, {@code custom} or {@code test}
 * @param rule what people call the rule
 * @param reason why it fired, in a sentence
 * @param fired when
 * @param shortId of the issue: {@code SHOP-42}; empty for a test
 * @param title of the issue; foreign text
 * @param culprit where, in the application's own code; null when unknown
 * @param transaction the entry point; null when unknown
 * @param level how bad
 * @param environment null when unknown
 * @param release null when unknown
 * @param eventId the event that fired it; null when only a number was known
 * @param events how many events the issue had then
 * @param users how many distinct users it had then
 * @param link the page; null unless {@code tracker.base-url} is set
 * @since 0.1.0
 */
public record AlertFired(
        String id,
        String kind,
        String rule,
        String reason,
        Instant fired,
        String shortId,
        String title,
        @Nullable String culprit,
        @Nullable String transaction,
        Level level,
        @Nullable String environment,
        @Nullable String release,
        @Nullable String eventId,
        long events,
        long users,
        @Nullable String link) {}
