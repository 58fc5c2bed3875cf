package io.errortracker.ui.page;

import io.errortracker.issue.IssueStatus;
import io.errortracker.store.IssueMerging.Merge;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was just done with issues, and the way back.
 *
 * @param text {@code 3 issues resolved.}
 * @param ids of the issues
 * @param undo the word of the button's address that puts them back; null when they had different statuses before
 * @param next where to go after that
 * @since 0.1.0
 */
public record Flash(String text, List<Long> ids, @Nullable String undo, String next) {
    private static final int MOST = 100;
    private static final String MERGED = "merged";

    /** What was done that is no issue's status. */
    public enum Said {
        RULE_MADE("The rule is made. It applies on every node within five seconds."),
        TOO_MANY_RULES("No rule was made: there are as many as there may be. Delete one first."),
        RULE_SAVED("The rule is saved. It applies on every node within five seconds."),
        RULE_PAUSED("The rule is paused: what it asks for is stored again."),
        RULE_RESUMED("The rule applies again."),
        RULE_DELETED("The rule and its counts are deleted."),
        KEY_MADE("A new key is made. The one before it is let in until you refuse it or make another."),
        KEY_RETIRED("The older key is refused from now on."),
        ORIGINS_SAVED("The origins are saved. They count within a minute on every node."),
        TOKEN_REVOKED("The token is revoked. Other nodes refuse it within five seconds."),
        DEFAULT_ON("The default rule is switched on."),
        DEFAULT_OFF("The default rule is switched off: what it dropped is stored."),
        TICK_TWO("Tick two issues or more to merge them."),
        NO_SUCH_ISSUE("There is no other issue of that short id."),
        NOT_MERGED("Nothing was merged: the issues are not there any more."),
        NOT_UNDONE("Nothing was undone: what these issues went into was itself merged since."),
        NOT_SPLIT("Nothing was split off: the fingerprint stays with its issue."),
        GROUPING_SAVED("The rules are saved. They apply to new events on every node within five seconds."),
        REGROUPED("The stored events are regrouped."),
        NOTHING_REGROUPED("Nothing had to be moved."),
        REGROUPING_UNDONE("The events are back in the issues they had."),
        ALERT_RULE_SAVED("The rule is saved. It holds on every node within half a minute."),
        ALERT_RULE_PAUSED(
                "The rule is paused. It goes on counting, so that it knows what is usual when it is resumed."),
        ALERT_RULE_RESUMED("The rule holds again."),
        ALERT_RULE_MUTED("The rule is muted. It speaks again by itself."),
        ALERT_RULE_DELETED("What was made here of that rule is deleted."),
        TEST_SENT("A test is on its way. What becomes of it stands below in a moment: load the page again."),
        SENT_AGAIN("It is sent again. What becomes of it stands below in a moment: load the page again.");

        private final String text;

        Said(String text) {
            this.text = text;
        }

        private String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static @Nullable Said ofLabel(String label) {
            for (Said said : values()) {
                if (said.label().equals(label)) {
                    return said;
                }
            }
            return null;
        }
    }

    /** What the address of a visit says was done; null when it says nothing that makes sense. */
    static @Nullable Flash of(Visit visit) {
        Query query = visit.query();
        String done = query.text("done");
        String ids = query.text("ids");
        if (done == null) {
            return null;
        }
        Said said = Said.ofLabel(done);
        if (said != null) {
            return new Flash(said.text, List.of(), null, without(visit));
        }
        if (ids == null) {
            return null;
        }
        List<Long> numbers = numbers(ids);
        if (done.equals(MERGED) && !numbers.isEmpty()) {
            return merged(visit, numbers);
        }
        Optional<IssueStatus> status = IssueStatus.ofLabel(done);
        if (numbers.isEmpty() || status.isEmpty()) {
            return null;
        }
        String was = query.text("was");
        String undo =
                was == null ? null : IssueStatus.ofLabel(was).map(Flash::verb).orElse(null);
        String count = numbers.size() == 1 ? "Issue" : numbers.size() + " issues";
        return new Flash(count + " " + said(status.get()) + ".", numbers, undo, without(visit));
    }

    private static Flash merged(Visit visit, List<Long> merges) {
        String count = merges.size() == 1 ? "An issue was" : merges.size() + " issues were";
        String into = visit.query().text("into");
        return new Flash(
                count + " merged into " + (into == null ? "another" : ForeignText.plain(into)) + ".",
                merges,
                "unmerge",
                without(visit));
    }

    /** The address that tells, at {@code next}, what was merged. */
    public static String tellMerged(String next, List<Merge> merges) {
        String ids = merges.stream()
                .limit(MOST)
                .map(merge -> Long.toString(merge.id()))
                .collect(Collectors.joining("."));
        return next + (next.contains("?") ? "&" : "?") + "done=" + MERGED + "&ids=" + ids + "&into="
                + Address.segment(merges.get(0).survivor());
    }

    /** The address that tells, at {@code next}, what was done. */
    public static String tell(String next, IssueStatus done, Collection<Long> ids, @Nullable IssueStatus was) {
        StringBuilder list = new StringBuilder();
        for (Long id : ids) {
            list.append(list.isEmpty() ? "" : ".").append(id);
        }
        String glue = next.contains("?") ? "&" : "?";
        String before = was == null ? "" : "&was=" + was.label();
        return next + glue + "done=" + done.label() + "&ids=" + list + before;
    }

    /** The address that tells, at {@code next}, what was done, or why not. */
    public static String tell(String next, Said done) {
        return next + (next.contains("?") ? "&" : "?") + "done=" + done.label();
    }

    /** {@code resolve}, {@code ignore} or {@code reopen}: the button that leads to a status. */
    static String verb(IssueStatus status) {
        return switch (status) {
            case RESOLVED -> "resolve";
            case IGNORED -> "ignore";
            case UNRESOLVED -> "reopen";
        };
    }

    private static String said(IssueStatus status) {
        return status == IssueStatus.UNRESOLVED ? "reopened" : status.label().toLowerCase(Locale.ROOT);
    }

    private static List<Long> numbers(String dotted) {
        List<Long> numbers = new ArrayList<>();
        int from = 0;
        while (from <= dotted.length() && numbers.size() < MOST) {
            int dot = dotted.indexOf('.', from);
            int to = dot < 0 ? dotted.length() : dot;
            Long number = Query.number(dotted.substring(from, to));
            if (number == null) {
                return List.of();
            }
            numbers.add(number);
            from = to + 1;
        }
        return List.copyOf(numbers);
    }

    private static String without(Visit visit) {
        return Locations.without(visit.here(), "done", "ids", "was", "into");
    }
}
