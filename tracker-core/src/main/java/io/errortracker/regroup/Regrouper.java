package io.errortracker.regroup;

import io.errortracker.event.ErrorEvent;
import io.errortracker.group.Grouper;
import io.errortracker.group.GroupingRuleException;
import io.errortracker.group.GroupingRules;
import io.errortracker.issue.GroupedEvent;
import io.errortracker.store.GroupingRuleShelf;
import io.errortracker.store.GroupingRuleShelf.Revision;
import io.errortracker.store.RegroupStore;
import io.errortracker.store.RegroupStore.Run;
import io.errortracker.store.RegroupStore.Shelved;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Groups stored events anew: first to look which issues would join and which would come apart, then to do it, then to undo it. Events
 * whose place people decided stay where they are. Thread-safe; the work is done on the caller's thread.
 *
 * <p>Every method throws {@link io.errortracker.store.StoreUnavailableException} when the store cannot be used now.
 *
 * @since 0.1.0
 */
public final class Regrouper {
    private static final int CHUNK = 500;

    private final LiveGrouper live;
    private final GroupingRuleShelf shelf;
    private final RegroupStore store;

    public Regrouper(LiveGrouper live, GroupingRuleShelf shelf, RegroupStore store) {
        this.live = live;
        this.shelf = shelf;
        this.store = store;
    }

    /**
     * Which stored events to look at.
     *
     * @param platform only those of this one; null for all
     * @param release only those of this one; null for all
     * @param change what to do to an event before it is grouped, such as to make its minified frames readable; the stored event stays as
     *     it is
     */
    public record Selection(
            @Nullable String platform, @Nullable String release, Function<ErrorEvent, ErrorEvent> change) {

        /** Every stored event. */
        public static Selection everything() {
            return new Selection(null, null, event -> event);
        }

        private boolean holds(ErrorEvent event) {
            return (platform == null || platform.equals(event.platform()))
                    && (release == null || release.equals(event.release()));
        }
    }

    /** The rules of the configuration, as text; those of the pages go before them. */
    public String configuredRules() {
        return live.configured();
    }

    /** The rules of the pages, with their history, newest first. */
    public List<Revision> rules(int limit) {
        return shelf.latest(limit);
    }

    /**
     * What is wrong with a text of rules; empty when nothing is.
     *
     * @return where, and what was expected there, for people
     */
    public Optional<String> problemOf(String rules) {
        if (rules.length() > GroupingRuleShelf.LONGEST) {
            return Optional.of("The rules are longer than " + GroupingRuleShelf.LONGEST + " characters.");
        }
        try {
            GroupingRules.parse(rules);
            return Optional.empty();
        } catch (GroupingRuleException broken) {
            return Optional.of(String.valueOf(broken.getMessage()));
        }
    }

    /** Makes these the rules of the pages, on every node within seconds. @throws GroupingRuleException when they cannot be understood */
    public Revision keepRules(String rules, String author) {
        live.with(rules);
        Revision kept = shelf.keep(rules, author);
        live.forget();
        return kept;
    }

    /** What the fingerprint of an event would be made of by the rules that apply, one line each. */
    public List<String> why(ErrorEvent event) {
        return live.group(event).fingerprint().contributions().stream()
                .map(line -> line.replace('\n', ' '))
                .toList();
    }

    /** What grouping stored events by the rules that apply would do. */
    public Preview preview(Selection selection) {
        return preview(selection, shelf.newest().map(Revision::body).orElse(""));
    }

    /**
     * What grouping stored events by these rules would do.
     *
     * @throws GroupingRuleException when they cannot be understood
     */
    public Preview preview(Selection selection, String rules) {
        Plan plan = plan(selection, live.with(rules));
        return Preview.of(plan, store.known(plan.issues()));
    }

    /** Groups stored events by the rules that apply, all of them or none. @param note what for, for people */
    public Run apply(Selection selection, String note, String actor) {
        Plan plan = plan(selection, live.with(shelf.newest().map(Revision::body).orElse("")));
        return store.apply(plan.moves(), plan.joins(), note, actor);
    }

    /** Puts back what a run moved; empty when that was done before. */
    public Optional<Run> undo(long runId, String actor) {
        return store.undo(runId, actor);
    }

    /** The latest runs, newest first. */
    public List<Run> runs(int limit) {
        return store.runs(limit);
    }

    private Plan plan(Selection selection, Grouper grouper) {
        Tally tally = new Tally();
        List<Shelved> chunk = store.events(0, CHUNK);
        while (!chunk.isEmpty()) {
            for (Shelved event : chunk) {
                if (!event.pinned() && selection.holds(event.event())) {
                    GroupedEvent grouped = grouper.group(selection.change().apply(live.readable(event.event())));
                    tally.add(event, grouped);
                }
            }
            chunk = store.events(chunk.get(chunk.size() - 1).number(), CHUNK);
        }
        return Plan.of(tally, store.issuesOf(tally.fingerprints()), store.known(tally.issues()));
    }
}
