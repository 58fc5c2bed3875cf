package io.errortracker.alert.webhook;

import io.errortracker.alert.Message;
import io.errortracker.store.alert.FiredAlert;
import io.errortracker.store.alert.FiredAlert.Subject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Our own JSON: everything an alert says, as it is; docs/alerts.md has its fields. */
record GenericShape(Message message) {

    String json() {
        FiredAlert alert = message.alert();
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("id", message.key());
        all.put("kind", alert.kind().name().toLowerCase(Locale.ROOT));
        all.put("application", message.app());
        all.put("rule", alert.ruleName());
        all.put("reason", alert.reason());
        all.put("fired", alert.fired().toString());
        all.put("title", message.title());
        all.put("link", message.links().to(alert.subject()));
        if (alert.subject().issueId() != 0) {
            all.put("issue", issue(alert.subject()));
        }
        if (message.isDigest()) {
            all.put("alerts", message.named().size());
            all.put("issues", message.issues().stream().map(GenericShape::named).toList());
        }
        return Json.of(all);
    }

    private static Map<String, @Nullable Object> issue(Subject subject) {
        Map<String, @Nullable Object> issue = new LinkedHashMap<>();
        issue.put("id", subject.issueId());
        issue.put("short_id", subject.shortId());
        issue.put("type", subject.type());
        issue.put("value", subject.value());
        issue.put("culprit", subject.culprit());
        issue.put("transaction", subject.entryPoint());
        issue.put("level", subject.level().label());
        issue.put("environment", subject.environment());
        issue.put("release", subject.release());
        issue.put("event_id", subject.eventId());
        issue.put("events", subject.events());
        issue.put("users", subject.users());
        issue.put("hours", subject.hours());
        issue.put("frames", subject.frames());
        return issue;
    }

    private static Map<String, Object> named(Message.Named issue) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("short_id", issue.shortId());
        told.put("title", issue.title());
        told.put("why", issue.why());
        told.put("last", issue.last().toString());
        return told;
    }
}
