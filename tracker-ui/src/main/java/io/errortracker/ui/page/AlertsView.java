package io.errortracker.ui.page;

import io.errortracker.ui.page.Moments.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the template of the page about alerts shows.
 *
 * @param today the page in one sentence
 */
record AlertsView(Shell shell, String today, List<Rule> rules, List<Way> ways, List<Sent> deliveries) {

    /**
     * @param when the condition in words
     * @param only what filters demand
     * @param by how it is told
     * @param state {@code paused} or {@code muted until ...}; empty when it simply holds
     * @param origin where it is from
     * @param edit its own page; null for those who only look
     */
    record Rule(
            String key,
            String name,
            String when,
            List<String> only,
            String by,
            String state,
            boolean paused,
            boolean muted,
            String origin,
            Amount fired,
            @Nullable String edit) {}

    /**
     * @param look the class of its mark: {@code well}, {@code ill} or {@code idle}
     * @param canTest whether the button makes sense
     */
    record Way(String kind, String name, List<Piece> destination, String look, List<Piece> problem, boolean canTest) {}

    /**
     * @param issue its address; null when it is about none
     * @param look the class of its badge
     * @param again whether it can be sent again
     */
    record Sent(
            long id,
            Moment when,
            String kind,
            @Nullable String issue,
            String shortId,
            List<Piece> title,
            String way,
            List<Piece> destination,
            String look,
            String state,
            List<Piece> problem,
            @Nullable Moment next,
            boolean again) {}
}
