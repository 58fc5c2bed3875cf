package io.errortracker.ui;

import io.errortracker.alert.AlertDesk;
import io.errortracker.alert.AlertRule;
import io.errortracker.ui.action.AlertButtons;
import io.errortracker.ui.page.AlertRulePage;
import io.errortracker.ui.page.AlertsPage;
import io.errortracker.ui.page.Answer;
import io.errortracker.ui.page.Problem;
import io.errortracker.ui.page.Visit;
import java.util.List;
import java.util.Optional;

/** The pages and buttons below {@code /alerts}. */
final class AlertRoutes {
    private final AlertDesk desk;
    private final AlertsPage list;
    private final AlertRulePage rule;
    private final AlertButtons buttons;

    AlertRoutes(AlertDesk desk) {
        this.desk = desk;
        list = new AlertsPage(desk);
        rule = new AlertRulePage(desk);
        buttons = new AlertButtons(desk, rule);
    }

    /** @param below the path below {@code /alerts} */
    Answer look(List<String> below, Visit visit) {
        if (below.isEmpty()) {
            return list.show(visit);
        }
        if (!below.equals(List.of("rule"))) {
            return Problem.notFound(visit);
        }
        String key = visit.query().text("key");
        if (key == null) {
            return rule.show(visit, null);
        }
        Optional<AlertRule> found = desk.rule(key);
        return found.isPresent() ? rule.show(visit, found.get()) : Problem.notFound(visit);
    }

    Answer press(List<String> below, Visit visit) {
        return below.size() == 1 ? buttons.press(visit, below.get(0)) : Problem.notFound(visit);
    }
}
