package io.errortracker.store.jpa;

import io.errortracker.bundled.persistence.Column;
import io.errortracker.bundled.persistence.Entity;
import io.errortracker.bundled.persistence.Id;
import io.errortracker.bundled.persistence.Table;
import io.errortracker.event.Level;
import io.errortracker.store.alert.AlertAction;
import io.errortracker.store.alert.FiredAlert;
import io.errortracker.store.alert.FiredAlert.Subject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of table {@code alert}. */
@Entity
@Table(name = "alert")
class AlertRow {
    private static final int MOST_TEXT = 4_000;

    @Id
    long id;

    @Column(name = "alert_id")
    String alertId = "";

    @Column(name = "reason_kind")
    short reasonKind;

    @Column(name = "rule_key")
    String ruleKey = "";

    @Column(name = "rule_name")
    String ruleName = "";

    String reason = "";
    long fired;

    @Column(name = "issue_id")
    long issueId;

    @Column(name = "short_id")
    String shortId = "";

    String kind = "";
    String headline = "";

    @Nullable
    String culprit;

    @Column(name = "entry_point")
    @Nullable
    String entryPoint;

    short severity;

    @Nullable
    String environment;

    @Column(name = "release_name")
    @Nullable
    String release;

    @Column(name = "event_id")
    @Nullable
    String eventId;

    long events;
    long users;
    String hours = "";
    String frames = "";
    String actions = "";

    @Nullable
    Long told;

    @Nullable
    Long digest;

    static AlertRow of(FiredAlert alert) {
        AlertRow row = new AlertRow();
        row.alertId = alert.id();
        row.reasonKind = (short) alert.kind().ordinal();
        row.ruleKey = Texts.column(alert.ruleKey(), 64);
        row.ruleName = Texts.column(alert.ruleName(), 200);
        row.reason = Texts.column(alert.reason(), 500);
        row.fired = Micros.of(alert.fired());
        row.describe(alert.subject());
        row.actions = lines(alert.actions().stream().map(AlertRow::text).toList());
        return row;
    }

    private void describe(Subject subject) {
        issueId = subject.issueId();
        shortId = Texts.column(subject.shortId(), 64);
        kind = Texts.column(subject.type(), 300);
        headline = Texts.column(subject.value(), 500);
        culprit = Texts.optional(subject.culprit(), 500);
        entryPoint = Texts.optional(subject.entryPoint(), 500);
        severity = (short) subject.level().ordinal();
        environment = Texts.optional(subject.environment(), 250);
        release = Texts.optional(subject.release(), 250);
        eventId = Texts.optional(subject.eventId(), 32);
        events = subject.events();
        users = subject.users();
        hours = Texts.column(
                String.join("\n", subject.hours().stream().map(String::valueOf).toList()), 1_000);
        frames = lines(subject.frames());
    }

    FiredAlert toAlert() {
        return new FiredAlert(
                alertId,
                FiredAlert.Kind.values()[reasonKind],
                ruleKey,
                ruleName,
                reason,
                Micros.instant(fired),
                new Subject(
                        issueId,
                        shortId,
                        kind,
                        headline,
                        culprit,
                        entryPoint,
                        Level.values()[severity],
                        environment,
                        release,
                        eventId,
                        events,
                        users,
                        hours.lines().map(Long::valueOf).toList(),
                        frames.lines().toList()),
                actions());
    }

    List<AlertAction> actions() {
        return actions.lines().map(AlertRow::action).toList();
    }

    /** Whole lines, as many as fit. */
    private static String lines(List<String> lines) {
        StringBuilder all = new StringBuilder();
        for (String line : lines) {
            String plain = Texts.column(line.replace('\n', ' ').replace('\r', ' '), MOST_TEXT);
            if (all.length() + plain.length() >= MOST_TEXT) {
                break;
            }
            all.append(plain).append('\n');
        }
        return all.toString();
    }

    private static String text(AlertAction action) {
        return action.kind() + (action.target() == null ? "" : " " + action.target());
    }

    private static AlertAction action(String line) {
        int space = line.indexOf(' ');
        return space < 0
                ? AlertAction.of(AlertAction.Kind.valueOf(line))
                : new AlertAction(AlertAction.Kind.valueOf(line.substring(0, space)), line.substring(space + 1));
    }

    /** A delivery for each action, due at once. @param firstId of the deliveries */
    List<DeliveryRow> deliveries(long firstId, long now) {
        List<DeliveryRow> rows = new ArrayList<>();
        for (AlertAction action : actions()) {
            DeliveryRow row = new DeliveryRow();
            row.id = firstId + rows.size();
            row.alert = id;
            row.way = (short) action.kind().ordinal();
            row.target = Texts.optional(action.target(), 2_000);
            row.due = now;
            rows.add(row);
        }
        return rows;
    }
}
