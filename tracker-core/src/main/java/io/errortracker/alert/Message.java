package io.errortracker.alert;

import io.errortracker.health.OneLine;
import io.errortracker.store.alert.AlertAction;
import io.errortracker.store.alert.Delivery;
import io.errortracker.store.alert.FiredAlert;
import io.errortracker.store.alert.FiredAlert.Kind;
import io.errortracker.store.alert.FiredAlert.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alert on its way to somebody. Its texts are for people, one line each, without control characters.
 *
 * @param key the same for each attempt: receivers know repetitions by it
 * @param app what the application is called
 * @param alert what is told
 * @param named what a digest names, the newest first
 * @param action the way
 * @param links where to look
 * @since 0.1.0
 */
public record Message(
        String key, String app, FiredAlert alert, List<FiredAlert> named, AlertAction action, Links links) {
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_LINE = 500;

    /** What a delivery says. @param app what the application is called */
    public static Message of(Delivery delivery, String app, Links links) {
        return new Message(
                delivery.idempotencyKey(), app, delivery.alert(), delivery.named(), delivery.action(), links);
    }

    public boolean isDigest() {
        return alert.kind() == Kind.DIGEST;
    }

    /** What it is about, for a subject line: {@code [shop] New issue SHOP-42: PaymentDeclined: card expired}. */
    public String title() {
        String about = isDigest() || alert.kind() == Kind.TEST
                ? alert.reason()
                : alert.subject().shortId() + ": " + alert.subject().title();
        String what = isDigest() ? "" : alert.kind().title() + " ";
        return OneLine.of("[" + app + "] " + what + about, LONGEST_TITLE - 1);
    }

    /** {@code PaymentDeclined: card expired}. */
    public String headline() {
        return line(alert.subject().title());
    }

    /** Name and value of what is known of the subject. */
    public Map<String, String> facts() {
        Subject subject = alert.subject();
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, "Culprit", subject.culprit());
        put(facts, "Entry point", subject.entryPoint());
        put(facts, "Environment", subject.environment());
        put(facts, "Release", subject.release());
        put(facts, "Level", subject.issueId() == 0 ? null : subject.level().label());
        return facts;
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.put(name, line(value));
        }
    }

    /** {@code 1,204 events, 318 users}. */
    public String extent() {
        Subject subject = alert.subject();
        return amount(subject.events(), "event") + ", " + amount(subject.users(), "user");
    }

    /** {@code 3 issues}. */
    public static String amount(List<Named> issues) {
        return amount(issues.size(), "issue");
    }

    /** Where to look, or how to have a link here. */
    public String whereToLook() {
        return links.sentence(alert.subject());
    }

    static String amount(long number, String unit) {
        return String.format(Locale.ROOT, "%,d", number) + " " + unit + (number == 1 ? "" : "s");
    }

    public List<String> frames() {
        return alert.subject().frames().stream().map(Message::line).toList();
    }

    /** Foreign text on one line. */
    public static String line(String text) {
        return OneLine.of(text, LONGEST_LINE);
    }

    /** What a digest names, an issue each, the one with most alerts first. */
    public List<Named> issues() {
        Map<String, Named> issues = new LinkedHashMap<>();
        for (FiredAlert one : named) {
            Subject subject = one.subject();
            issues.merge(
                    subject.shortId(),
                    new Named(
                            subject.shortId(),
                            line(subject.title()),
                            List.of(one.kind().title()),
                            one.fired()),
                    Named::and);
        }
        List<Named> sorted = new ArrayList<>(issues.values());
        sorted.sort((one, other) -> other.why().size() - one.why().size());
        return List.copyOf(sorted);
    }

    /**
     * An issue that a digest names.
     *
     * @param why the kinds of its alerts, each once
     * @param last when the last of them fired
     */
    public record Named(String shortId, String title, List<String> why, Instant last) {
        private Named and(Named other) {
            List<String> both = new ArrayList<>(why);
            other.why().stream().filter(one -> !both.contains(one)).forEach(both::add);
            return new Named(shortId, title, List.copyOf(both), last.isAfter(other.last()) ? last : other.last());
        }
    }

    /** The whole message as plain text. */
    public String plain() {
        StringBuilder text = new StringBuilder();
        text.append(alert.kind().title()).append(" in ").append(line(app)).append("\n\n");
        if (isDigest()) {
            text.append(alert.reason()).append("\n\n");
            issues().forEach(issue -> text.append(issue.shortId())
                    .append("  ")
                    .append(String.join(", ", issue.why()))
                    .append("  ")
                    .append(issue.title())
                    .append('\n'));
        } else {
            text.append(headline()).append('\n').append(line(alert.reason())).append("\n\n");
            facts().forEach((name, value) ->
                    text.append(name).append(": ").append(value).append('\n'));
            if (alert.subject().issueId() != 0) {
                text.append(extent()).append('\n');
            }
            frames().forEach(frame -> text.append("    at ").append(frame).append('\n'));
        }
        return text.append('\n')
                .append(whereToLook())
                .append("\nRule: ")
                .append(line(alert.ruleName()))
                .append('\n')
                .toString();
    }
}
