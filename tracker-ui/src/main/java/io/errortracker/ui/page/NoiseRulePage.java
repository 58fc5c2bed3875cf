package io.errortracker.ui.page;

import io.errortracker.issue.Issue;
import io.errortracker.noise.BrokenRuleException;
import io.errortracker.noise.Criterion;
import io.errortracker.noise.DryRun;
import io.errortracker.noise.KindOfEvent;
import io.errortracker.noise.RuleMatcher;
import io.errortracker.store.Dropped;
import io.errortracker.store.IgnoreRule;
import io.errortracker.store.IgnoreRule.Criteria;
import io.errortracker.store.NoiseStore;
import io.errortracker.ui.page.NoiseRuleView.Field;
import io.errortracker.ui.page.NoiseRuleView.Hit;
import io.errortracker.ui.page.NoiseRuleView.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule as a form, and what it would have done to the events stored last. What is typed travels in the address, so trying a rule changes
 * nothing.
 *
 * @since 0.1.0
 */
public final class NoiseRulePage {
    private static final int TRIED = 1_000;
    private static final int MOST_HITS = 15;

    private final NoiseParts noise;

    public NoiseRulePage(NoiseParts noise) {
        this.noise = noise;
    }

    /** A form for a new rule: empty, of what is typed already, or for the kind of an issue's latest event. */
    public Answer make(Visit visit) {
        return visit.visitor().isAdmin() ? answer(200, visit, null, proposed(visit)) : Problem.forbidden(visit);
    }

    /** The form of a rule that exists. */
    public Answer edit(Visit visit, IgnoreRule rule) {
        if (!visit.visitor().isAdmin()) {
            return Problem.forbidden(visit);
        }
        return answer(200, visit, rule, wasTyped(visit) ? RuleForm.read(visit.query()) : RuleForm.of(rule));
    }

    /** The form again, for what was posted cannot be saved. @param rule null for a new one */
    public Answer again(Visit visit, @Nullable IgnoreRule rule) {
        return answer(422, visit, rule, RuleForm.read(visit.query()));
    }

    private static boolean wasTyped(Visit visit) {
        return visit.query().text("try") != null;
    }

    private static RuleForm proposed(Visit visit) {
        String issue = visit.query().text("issue");
        if (issue == null || wasTyped(visit)) {
            return RuleForm.read(visit.query());
        }
        Criteria criteria = visit.site()
                .store()
                .issue(issue)
                .flatMap(found -> visit.site().store().latestEvent(found.id()))
                .map(stored -> KindOfEvent.of(stored.event()))
                .orElse(Criteria.NONE);
        return new RuleForm(criteria, "");
    }

    private Answer answer(int status, Visit visit, @Nullable IgnoreRule rule, RuleForm form) {
        BrokenRuleException broken = problem(form);
        BrokenRuleException told = form.isEmpty() && status == 200 ? null : broken;
        String own = visit.base() + "/noise" + (rule == null ? "/new" : "/" + rule.id());
        NoiseRuleView view = new NoiseRuleView(
                Shell.of(rule == null ? "New rule" : "Rule", "noise", visit),
                rule == null ? "Ignore what is not worth storing" : "A rule of yours",
                "An event that meets everything below is counted and not stored. What is left empty does not matter.",
                visit.base() + "/noise",
                own,
                fields(form, told),
                form.note(),
                rule == null ? "Make this rule" : "Save",
                rule == null ? null : own + "/delete",
                rule == null ? "" : toll(visit, rule),
                broken == null ? trial(visit, form.criteria()) : null,
                told == null
                        ? "Fill in at least one field and try it: the events stored last show what the rule would have dropped,"
                                + " and of which issues. Nothing changes by trying."
                        : "It can be tried as soon as what is marked is put right.");
        return new Answer.Html(status, "noiserule.jte", view);
    }

    private static @Nullable BrokenRuleException problem(RuleForm form) {
        try {
            RuleMatcher.of(form.criteria());
            return null;
        } catch (BrokenRuleException broken) {
            return broken;
        }
    }

    private String toll(Visit visit, IgnoreRule rule) {
        Dropped dropped = noise.store()
                .dropped(visit.now(), NoisePage.HOURS)
                .getOrDefault(NoiseStore.cause(rule.id()), Dropped.none(NoisePage.HOURS));
        return "It dropped " + Amount.of(dropped.total(), "event") + " so far, "
                + Amount.of(dropped.recent()).exact() + " in the last 24 hours.";
    }

    private static List<Field> fields(RuleForm form, @Nullable BrokenRuleException broken) {
        List<Field> fields = new ArrayList<>();
        for (Criterion criterion : Criterion.values()) {
            String problem =
                    broken != null && broken.criterion() == criterion ? "It must be " + broken.problem() + "." : "";
            fields.add(RuleForm.field(criterion, criterion.of(form.criteria()), problem));
        }
        return List.copyOf(fields);
    }

    private Trial trial(Visit visit, Criteria criteria) {
        DryRun run = DryRun.of(RuleMatcher.of(criteria), noise.store(), TRIED);
        List<Map.Entry<Long, Integer>> issues = run.byIssue().entrySet().stream()
                .sorted(Map.Entry.<Long, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        int rest = issues.size() - Math.min(issues.size(), MOST_HITS);
        return new Trial(
                headline(run),
                String.format(Locale.ROOT, "%.1f%%", run.events() == 0 ? 0.0 : 100.0 * run.dropped() / run.events()),
                visit.moments().ofNullable(run.since()),
                issues.stream()
                        .limit(MOST_HITS)
                        .map(entry -> hit(visit, entry.getKey(), entry.getValue()))
                        .toList(),
                rest == 0 ? "" : "and " + Amount.of(rest, "other issue"));
    }

    private static String headline(DryRun run) {
        if (run.events() == 0) {
            return "There are no stored events to try it on.";
        }
        String looked = run.events() == 1 ? "the only stored event" : "the last " + Amount.of(run.events(), "event");
        return run.dropped() == 0
                ? "It would have dropped none of " + looked + "."
                : "It would have dropped " + Amount.of(run.dropped()).exact() + " of " + looked + ".";
    }

    private static Hit hit(Visit visit, long id, int events) {
        Optional<Issue> issue = visit.site().store().issue(id);
        return new Hit(
                issue.map(found -> IssueDetailPage.address(visit, found)).orElse(null),
                ForeignText.line(issue.map(found -> found.shortId() + " " + found.title())
                        .orElse("an issue that was deleted")),
                Amount.of(events));
    }
}
