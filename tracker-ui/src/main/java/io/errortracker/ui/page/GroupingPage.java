package io.errortracker.ui.page;

import io.errortracker.regroup.Preview;
import io.errortracker.regroup.Preview.Joining;
import io.errortracker.regroup.Preview.Parting;
import io.errortracker.regroup.Regrouper;
import io.errortracker.regroup.Regrouper.Selection;
import io.errortracker.store.GroupingRuleShelf.Revision;
import io.errortracker.store.RegroupStore.Run;
import io.errortracker.ui.page.GroupingView.Change;
import io.errortracker.ui.page.GroupingView.Outlook;
import io.errortracker.ui.page.GroupingView.Step;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules that people write, what they would do to the stored events, and what was regrouped.
 *
 * @since 0.1.0
 */
public final class GroupingPage {
    private static final int RUNS = 10;
    private static final int SHOWN = 50;

    private final Regrouper regrouper;

    public GroupingPage(Regrouper regrouper) {
        this.regrouper = regrouper;
    }

    /** The rules that apply. */
    public Answer show(Visit visit) {
        return show(visit, saved(), null, null);
    }

    /** These rules, which are not saved, and what they would do. */
    public Answer preview(Visit visit, String rules) {
        Optional<String> problem = regrouper.problemOf(rules);
        if (problem.isPresent()) {
            return refuse(visit, rules, problem.get());
        }
        Preview preview = regrouper.preview(Selection.everything(), rules);
        return show(visit, rules, null, outlook(visit, preview, rules.equals(saved())));
    }

    /** These rules, which were not saved, and why. */
    public Answer refuse(Visit visit, String rules, String problem) {
        return show(visit, rules, problem, null);
    }

    private String saved() {
        return regrouper.rules(1).stream().findFirst().map(Revision::body).orElse("");
    }

    private Answer show(Visit visit, String rules, @Nullable String problem, @Nullable Outlook outlook) {
        String changed = regrouper.rules(1).stream()
                .findFirst()
                .map(newest -> "saved by " + ForeignText.plain(newest.author()) + ", "
                        + visit.moments().of(newest.changed()).relative())
                .orElse(null);
        GroupingView view = new GroupingView(
                Shell.of("Grouping", "grouping", visit),
                visit.base() + "/grouping",
                rules,
                changed,
                problem == null ? null : ForeignText.plain(problem),
                regrouper.configuredRules().lines().map(ForeignText::plain).toList(),
                outlook,
                regrouper.runs(RUNS).stream().map(run -> change(visit, run)).toList());
        return Answer.page("grouping.jte", view);
    }

    private static Outlook outlook(Visit visit, Preview preview, boolean saved) {
        long hidden = Math.max(0, preview.joins().size() - SHOWN)
                + Math.max(0, preview.parts().size() - SHOWN);
        return new Outlook(
                said(preview),
                saved
                        ? "By the rules that are saved and the present algorithm. Nothing has changed yet."
                        : "By the rules above, which are not saved. Saved rules apply to new events; stored ones stay until you"
                                + " regroup them.",
                saved && (!preview.isEmpty() || preview.renamed() > 0),
                preview.joins().stream()
                        .limit(SHOWN)
                        .map(join -> step(visit, join))
                        .toList(),
                preview.parts().stream()
                        .limit(SHOWN)
                        .map(part -> step(visit, part))
                        .toList(),
                hidden == 0 ? "" : "and " + hidden + " more");
    }

    private static String said(Preview preview) {
        String looked = "Of " + Amount.of(preview.events(), "stored event") + ", ";
        if (preview.isEmpty()) {
            return looked + "each would stay in its issue"
                    + (preview.renamed() == 0 ? "." : "; " + preview.renamed() + " would get a new fingerprint there.");
        }
        return looked + Amount.of(preview.joins().size(), "issue") + " would join another, and events would leave "
                + Amount.of(
                        preview.parts().stream().map(Parting::issue).distinct().count(), "issue") + ".";
    }

    private static Step step(Visit visit, Joining join) {
        return new Step(
                ForeignText.plain(join.issue()),
                address(visit, join.issue()),
                ForeignText.line(join.title()),
                Amount.of(join.events(), "event"),
                ForeignText.plain(join.into()),
                address(visit, join.into()),
                ForeignText.line(join.intoTitle()));
    }

    private static Step step(Visit visit, Parting part) {
        String to = part.to();
        return new Step(
                ForeignText.plain(part.issue()),
                address(visit, part.issue()),
                ForeignText.line(part.title()),
                Amount.of(part.events(), "event"),
                to == null ? "" : ForeignText.plain(to),
                to == null ? "" : address(visit, to),
                ForeignText.line(part.toTitle()));
    }

    private static Change change(Visit visit, Run run) {
        return new Change(
                run.undone() ? "" : Long.toString(run.id()),
                ForeignText.plain(run.note()),
                Amount.of(run.events(), "event") + " by " + ForeignText.plain(run.actor())
                        + (run.undone() ? ", undone" : ""),
                visit.moments().of(run.when()));
    }

    private static String address(Visit visit, String shortId) {
        return visit.base() + "/issues/" + Address.segment(shortId);
    }
}
