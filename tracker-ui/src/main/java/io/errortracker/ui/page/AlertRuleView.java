package io.errortracker.ui.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the template of one rule of alerts shows.
 *
 * @param key of the rule; empty for a new one
 * @param problem what is wrong with what was typed; empty when nothing is
 * @param remove what the button says that deletes it or takes back what was changed; null when there is nothing of the kind
 */
record AlertRuleView(
        Shell shell,
        String headline,
        String key,
        List<Field> fields,
        String problem,
        @Nullable Trial trial,
        @Nullable String remove) {

    record Field(String id, String name, String value, String hint, String example, boolean whole) {}

    /** What it would have done. */
    record Trial(String headline, List<Hit> hits, String more, List<String> doubts) {}

    record Hit(String address, List<Piece> title, Amount times) {}
}
