package io.errortracker.ui.action;

import io.errortracker.noise.BrokenRuleException;
import io.errortracker.noise.DefaultRule;
import io.errortracker.noise.RuleMatcher;
import io.errortracker.store.IgnoreRule;
import io.errortracker.store.NoiseStore;
import io.errortracker.ui.page.Answer;
import io.errortracker.ui.page.Flash;
import io.errortracker.ui.page.NoiseRulePage;
import io.errortracker.ui.page.Problem;
import io.errortracker.ui.page.RuleForm;
import io.errortracker.ui.page.Visit;
import org.jspecify.annotations.Nullable;

/**
 * What the pages about noise change: rules are made, saved, paused, resumed and deleted, default rules switched off and on.
 *
 * @since 0.1.0
 */
public final class NoiseButtons {
    private final NoiseStore store;
    private final NoiseRulePage page;

    public NoiseButtons(NoiseStore store, NoiseRulePage page) {
        this.store = store;
        this.page = page;
    }

    /** Makes the rule that was typed. */
    public Answer make(Visit visit) {
        RuleForm form = RuleForm.read(visit.query());
        if (!canBeRead(form)) {
            return page.again(visit, null);
        }
        boolean made = store.addRule(
                        form.criteria(), form.note(), visit.visitor().name())
                .isPresent();
        return done(visit, made ? Flash.Said.RULE_MADE : Flash.Said.TOO_MANY_RULES);
    }

    /** Saves, pauses, resumes or deletes a rule. */
    public Answer press(Visit visit, IgnoreRule rule, String button) {
        return switch (button) {
            case "" -> save(visit, rule);
            case "pause" -> done(visit, store.pauseRule(rule.id(), true) ? Flash.Said.RULE_PAUSED : null);
            case "resume" -> done(visit, store.pauseRule(rule.id(), false) ? Flash.Said.RULE_RESUMED : null);
            case "delete" -> done(visit, store.deleteRule(rule.id()) ? Flash.Said.RULE_DELETED : null);
            default -> Problem.notFound(visit);
        };
    }

    private Answer save(Visit visit, IgnoreRule rule) {
        RuleForm form = RuleForm.read(visit.query());
        if (!canBeRead(form)) {
            return page.again(visit, rule);
        }
        return done(visit, store.changeRule(rule.id(), form.criteria(), form.note()) ? Flash.Said.RULE_SAVED : null);
    }

    /** Switches a default rule. */
    public Answer switchDefault(Visit visit, DefaultRule rule, boolean on) {
        store.switchDefault(rule.label(), on);
        return done(visit, on ? Flash.Said.DEFAULT_ON : Flash.Said.DEFAULT_OFF);
    }

    private static boolean canBeRead(RuleForm form) {
        try {
            RuleMatcher.of(form.criteria());
            return true;
        } catch (BrokenRuleException broken) {
            return false;
        }
    }

    /** @param said null when somebody else deleted the rule meanwhile */
    private static Answer done(Visit visit, Flash.@Nullable Said said) {
        String list = visit.base() + "/noise";
        return new Answer.SeeOther(said == null ? list : Flash.tell(list, said));
    }
}
