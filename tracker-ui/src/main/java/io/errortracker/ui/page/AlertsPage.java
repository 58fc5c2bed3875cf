package io.errortracker.ui.page;

import io.errortracker.alert.AlertDesk;
import io.errortracker.alert.AlertRule;
import io.errortracker.alert.RuleText;
import io.errortracker.store.alert.AlertAction;
import io.errortracker.store.alert.Delivery;
import io.errortracker.store.alert.FiredAlert;
import io.errortracker.ui.page.AlertsView.Rule;
import io.errortracker.ui.page.AlertsView.Sent;
import io.errortracker.ui.page.AlertsView.Way;
import io.errortracker.ui.page.Moments.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which rules tell what by which ways, and what became of what was told.
 *
 * @since 0.1.0
 */
public final class AlertsPage {
    private final AlertDesk desk;

    public AlertsPage(AlertDesk desk) {
        this.desk = desk;
    }

    public Answer show(Visit visit) {
        Map<String, Long> fired = desk.firedLately();
        List<Delivery> deliveries = desk.deliveries();
        AlertsView view = new AlertsView(
                Shell.of("Alerts", "alerts", visit),
                today(fired, deliveries),
                desk.rules().stream().map(rule -> rule(visit, rule, fired)).toList(),
                desk.ways().stream().map(AlertsPage::way).toList(),
                deliveries.stream().map(delivery -> sent(visit, delivery)).toList());
        return Answer.page("alerts.jte", view);
    }

    private String today(Map<String, Long> fired, List<Delivery> deliveries) {
        long all = fired.values().stream().mapToLong(Long::longValue).sum();
        long failing = deliveries.stream()
                .filter(delivery -> delivery.problem() != null)
                .count();
        long held = desk.held();
        String told = all == 0 ? "Nothing alerted in the last week." : Amount.of(all, "alert") + " in the last week.";
        String waiting = held == 0 ? "" : " " + Amount.of(held, "alert") + " waiting for the next digest.";
        String trouble = failing == 0 ? "" : " " + counted(failing, "delivery is", "deliveries are") + " in trouble.";
        return told + waiting + trouble;
    }

    private static String counted(long number, String one, String many) {
        return Amount.of(number).exact() + " " + (number == 1 ? one : many);
    }

    private Rule rule(Visit visit, AlertRule rule, Map<String, Long> fired) {
        Instant until = rule.mutedUntil();
        Moment muted = until == null || !until.isAfter(visit.now())
                ? null
                : visit.moments().of(until);
        return new Rule(
                rule.key(),
                ForeignText.plain(rule.name()),
                RuleText.of(rule.condition()),
                RuleText.filters(rule.filter()).stream().map(ForeignText::plain).toList(),
                by(rule.actions()),
                rule.paused() ? "paused" : muted == null ? "" : "muted, ends " + muted.relative(),
                rule.paused(),
                muted != null,
                origin(rule.origin()),
                Amount.of(fired.getOrDefault(rule.key(), 0L)),
                visit.visitor().isAdmin() ? visit.base() + "/alerts/rule?key=" + Address.segment(rule.key()) : null);
    }

    private String by(List<AlertAction> actions) {
        return actions.isEmpty()
                ? "every way that is set up"
                : actions.stream()
                        .map(action -> action.target() == null
                                ? action.kind().label()
                                : action.kind().label() + " to " + ForeignText.plain(desk.destination(action)))
                        .collect(Collectors.joining(", "));
    }

    private static String origin(AlertRule.Origin origin) {
        return switch (origin) {
            case CONFIGURED -> "configured";
            case CHANGED -> "configured, changed here";
            case MADE -> "made here";
        };
    }

    private static Way way(AlertDesk.Way way) {
        String problem = way.problem();
        String look = problem == null && way.isSetUp() ? "well" : way.isSetUp() ? "ill" : "idle";
        return new Way(
                way.kind().label(),
                name(way.kind()),
                ForeignText.line(way.destination()),
                look,
                problem == null ? List.of() : ForeignText.line(problem),
                problem == null && way.isSetUp());
    }

    private static String name(AlertAction.Kind kind) {
        return switch (kind) {
            case MAIL -> "Mail";
            case WEBHOOK -> "Webhook";
            case CDI -> "CDI observers";
            case LOG -> "Server log";
        };
    }

    private Sent sent(Visit visit, Delivery delivery) {
        FiredAlert alert = delivery.alert();
        String problem = delivery.problem();
        boolean waiting = delivery.state() == Delivery.State.WAITING;
        return new Sent(
                delivery.id(),
                visit.moments().of(alert.fired()),
                alert.kind().title(),
                issue(visit, alert),
                alert.subject().shortId(),
                ForeignText.line(
                        alert.subject().issueId() == 0
                                ? alert.reason()
                                : alert.subject().title()),
                delivery.action().kind().label(),
                ForeignText.line(desk.destination(delivery.action())),
                look(delivery),
                state(delivery),
                problem == null ? List.of() : ForeignText.line(problem),
                waiting && delivery.attempts() > 0 ? visit.moments().of(delivery.due()) : null,
                !waiting || delivery.attempts() > 0);
    }

    private static @Nullable String issue(Visit visit, FiredAlert alert) {
        return alert.subject().issueId() == 0
                ? null
                : visit.base() + "/issues/" + Address.segment(alert.subject().shortId());
    }

    private static String look(Delivery delivery) {
        return switch (delivery.state()) {
            case SENT -> "resolved";
            case FAILED -> "escalating";
            case WAITING -> delivery.attempts() > 0 ? "regressed" : "ignored";
        };
    }

    private static String state(Delivery delivery) {
        int attempts = delivery.attempts();
        return switch (delivery.state()) {
            case SENT -> attempts > 1 ? "sent after " + counted(attempts, "try", "tries") : "sent";
            case FAILED -> "given up";
            case WAITING -> attempts > 0 ? "failed " + counted(attempts, "time", "times") : "waiting";
        };
    }
}
