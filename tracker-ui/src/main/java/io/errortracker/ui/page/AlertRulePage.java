package io.errortracker.ui.page;

import io.errortracker.alert.AlertDesk;
import io.errortracker.alert.AlertRule;
import io.errortracker.alert.Preview;
import io.errortracker.ui.page.AlertRuleView.Hit;
import io.errortracker.ui.page.AlertRuleView.Trial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of alerts as a form, and how often it would have fired. What is typed travels in the address, so trying a rule changes nothing.
 *
 * @since 0.1.0
 */
public final class AlertRulePage {
    private static final int MOST_HITS = 12;

    private final AlertDesk desk;

    public AlertRulePage(AlertDesk desk) {
        this.desk = desk;
    }

    /** @param rule null for a new one */
    public Answer show(Visit visit, @Nullable AlertRule rule) {
        if (!visit.visitor().isAdmin()) {
            return Problem.forbidden(visit);
        }
        boolean typed = visit.query().text("try") != null || rule == null;
        return answer(200, visit, rule, typed || rule == null ? AlertForm.read(visit.query()) : AlertForm.of(rule));
    }

    /** The form again, for what was posted cannot be saved. */
    public Answer again(Visit visit, @Nullable AlertRule rule) {
        return answer(422, visit, rule, AlertForm.read(visit.query()));
    }

    private Answer answer(int status, Visit visit, @Nullable AlertRule rule, AlertForm form) {
        String problem = "";
        Trial trial = null;
        try {
            trial = form.isEmpty() ? null : trial(visit, desk.preview(form.rule()));
        } catch (IllegalArgumentException broken) {
            problem = ForeignText.plain("This is no rule yet: " + broken.getMessage() + ".");
        }
        AlertRuleView view = new AlertRuleView(
                Shell.of(rule == null ? "New alert rule" : "Alert rule", "alerts", visit),
                rule == null ? "Tell me when" : ForeignText.plain(rule.name()),
                rule == null ? "" : rule.key(),
                form.fields(),
                problem,
                trial,
                rule == null ? null : remove(rule));
        return new Answer.Html(status, "alertrule.jte", view);
    }

    private static @Nullable String remove(AlertRule rule) {
        return switch (rule.origin()) {
            case MADE -> "Delete this rule";
            case CHANGED -> "Back to the configuration";
            case CONFIGURED -> null;
        };
    }

    private static Trial trial(Visit visit, Preview preview) {
        List<Hit> hits = preview.hits().stream()
                .limit(MOST_HITS)
                .map(hit -> new Hit(
                        IssueDetailPage.address(visit, hit.issue()),
                        ForeignText.line(
                                hit.issue().shortId() + " " + hit.issue().title()),
                        Amount.of(hit.times())))
                .toList();
        int rest = preview.hits().size() - hits.size();
        return new Trial(
                preview.times() == 0
                        ? "It would not have fired in the last week."
                        : "It would have fired " + Amount.of(preview.times(), "time") + " in the last week.",
                hits,
                rest == 0 ? "" : "and for " + Amount.of(rest, "other issue"),
                preview.doubts());
    }
}
