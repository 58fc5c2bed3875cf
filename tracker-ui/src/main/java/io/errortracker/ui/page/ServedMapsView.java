package io.errortracker.ui.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Source maps that the application itself hands to everybody who asks.
 *
 * @param paths some of them
 * @param more how many there are besides; null when these are all
 */
record ServedMapsView(List<String> paths, @Nullable String more) {
    private static final int SHOWN = 5;

    static ServedMapsView of(List<String> served) {
        return new ServedMapsView(
                served.stream().limit(SHOWN).map(ForeignText::plain).toList(),
                served.size() <= SHOWN ? null : "and " + (served.size() - SHOWN) + " more");
    }
}
