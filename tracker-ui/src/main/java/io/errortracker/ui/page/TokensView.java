package io.errortracker.ui.page;

import io.errortracker.ui.page.Moments.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the template of the API tokens shows.
 *
 * @param fresh the one that was just made; null when none was
 * @param configured those of the configuration, which cannot be revoked here
 * @param typed what the form holds
 */
record TokensView(
        Shell shell,
        String summary,
        String apiAddress,
        @Nullable Fresh fresh,
        List<Row> rows,
        List<Configured> configured,
        Typed typed) {

    /** @param plain what nobody can tell again */
    record Fresh(List<Piece> name, String plain, String scopes) {}

    /**
     * A token that somebody made.
     *
     * @param look the class of its state's badge: {@code ignored} or {@code regressed}
     * @param state why it stands out; empty when it does not
     * @param revoke what the button says
     */
    record Row(
            String id,
            String name,
            String hint,
            List<String> scopes,
            String author,
            Moment made,
            @Nullable Moment used,
            @Nullable Moment expires,
            String look,
            String state,
            String revoke) {}

    record Configured(String name, List<String> scopes) {}

    /** @param problem why nothing was made; empty when nothing is wrong */
    record Typed(String name, List<Choice> scopes, List<Choice> validity, String problem) {}

    /** @param chosen whether it is ticked */
    record Choice(String value, String name, String hint, boolean chosen) {}
}
