package io.errortracker.ui.page;

import io.errortracker.issue.IssueStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    /** What the address of a visit says was done; null when it says nothing that makes sense. */
    static @Nullable Flash of(Visit visit) {
        Query query = visit.query();
        String done = query.text("done");
        String ids = query.text("ids");
        if (done == null || ids == null) {
            return null;
        }
        List<Long> numbers = numbers(ids);
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
        return Locations.without(visit.here(), "done", "ids", "was");
    }
}
