package io.errortracker.ui.page;

import io.errortracker.ui.page.Moments.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the template of the self-page shows.
 *
 * @param unsent what clients say they did not send
 */
record HealthView(
        Shell shell,
        Verdict verdict,
        List<Figure> figures,
        List<Drop> drops,
        List<Drop> unsent,
        String queueWidth,
        String queue,
        List<Line> store,
        List<String> notices,
        @Nullable Failed lastFailure,
        List<Line> facts) {

    /** The page in one sentence. */
    record Verdict(String look, String headline, String explanation) {}

    record Figure(String name, String value, String hint) {}

    record Drop(String label, String explanation, String count, String width) {}

    record Line(String name, List<Piece> value) {}

    record Failed(String doing, String what, Moment when) {}
}
