package io.errortracker.ui.action;

import io.errortracker.ui.page.Answer;
import io.errortracker.ui.page.Locations;
import io.errortracker.ui.page.Theme;
import io.errortracker.ui.page.Visit;

/**
 * Light, dark or as the system.
 *
 * @since 0.1.0
 */
public final class ThemeButton {

    public Answer press(Visit visit) {
        String next = Locations.next(visit.query().text("next"), visit.base(), visit.base() + "/");
        return new Answer.WearTheme(Theme.ofLabel(visit.query().text("theme")), next);
    }
}
