package io.errortracker.ui.page;

import io.errortracker.ui.page.Moments.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the template of one rule shows.
 *
 * @param action where the form goes
 * @param delete where the button goes that deletes it; null for a new one
 * @param untried what is said when there is no trial
 * @param toll what it dropped so far; empty for a new one
 */
record NoiseRuleView(
        Shell shell,
        String headline,
        String explanation,
        String list,
        String action,
        List<Field> fields,
        String note,
        String save,
        @Nullable String delete,
        String toll,
        @Nullable Trial trial,
        String untried) {

    /** @param problem what is wrong with what was typed; empty when nothing is */
    record Field(String id, String name, String value, String hint, String example, String problem, boolean code) {}

    /** What it would have done. */
    record Trial(String headline, String width, @Nullable Moment since, List<Hit> hits, String more) {}

    /** @param address of the issue; null when it is not there any more */
    record Hit(@Nullable String address, List<Piece> title, Amount events) {}
}
