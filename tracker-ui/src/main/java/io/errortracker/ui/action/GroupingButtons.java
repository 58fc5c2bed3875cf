package io.errortracker.ui.action;

import io.errortracker.regroup.Regrouper;
import io.errortracker.regroup.Regrouper.Selection;
import io.errortracker.store.GroupingRuleShelf;
import io.errortracker.store.RegroupStore.Run;
import io.errortracker.ui.page.Answer;
import io.errortracker.ui.page.Flash;
import io.errortracker.ui.page.GroupingPage;
import io.errortracker.ui.page.Problem;
import io.errortracker.ui.page.Query;
import io.errortracker.ui.page.Visit;
import java.util.Optional;

/**
 * The buttons of the grouping page: preview, save, regroup, undo.
 *
 * @since 0.1.0
 */
public final class GroupingButtons {
    private final Regrouper regrouper;
    private final GroupingPage page;

    public GroupingButtons(Regrouper regrouper, GroupingPage page) {
        this.regrouper = regrouper;
        this.page = page;
    }

    /** @param button the last part of the address */
    public Answer press(Visit visit, String button) {
        return switch (button) {
            case "preview" -> page.preview(visit, rules(visit));
            case "save" -> save(visit);
            case "regroup" -> regroup(visit);
            case "undo" -> undo(visit);
            default -> Problem.notFound(visit);
        };
    }

    private Answer save(Visit visit) {
        String rules = rules(visit);
        Optional<String> problem = regrouper.problemOf(rules);
        if (problem.isPresent()) {
            return page.refuse(visit, rules, problem.get());
        }
        regrouper.keepRules(rules, visit.visitor().name());
        return told(visit, Flash.Said.GROUPING_SAVED);
    }

    private Answer regroup(Visit visit) {
        Run run = regrouper.apply(
                Selection.everything(), "All stored events", visit.visitor().name());
        return told(visit, run.events() == 0 ? Flash.Said.NOTHING_REGROUPED : Flash.Said.REGROUPED);
    }

    private Answer undo(Visit visit) {
        Long id = Query.number(String.valueOf(visit.query().text("id")));
        boolean undone =
                id != null && regrouper.undo(id, visit.visitor().name()).isPresent();
        return told(visit, undone ? Flash.Said.REGROUPING_UNDONE : Flash.Said.NOTHING_REGROUPED);
    }

    private static String rules(Visit visit) {
        return visit.query().longText("rules", GroupingRuleShelf.LONGEST + 1);
    }

    private static Answer told(Visit visit, Flash.Said said) {
        return new Answer.SeeOther(Flash.tell(visit.base() + "/grouping", said));
    }
}
