package io.errortracker.ui.page;

import io.errortracker.event.Breadcrumb;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.EventLimits;
import io.errortracker.event.ExceptionInfo;
import io.errortracker.event.Request;
import io.errortracker.event.StackFrame;
import io.errortracker.event.User;
import io.errortracker.issue.Issue;
import io.errortracker.store.StoredEvent;
import io.errortracker.symbolicate.Readable;
import io.errortracker.ui.page.EventView.Asked;
import io.errortracker.ui.page.EventView.Crumb;
import io.errortracker.ui.page.EventView.Group;
import io.errortracker.ui.page.EventView.Reason;
import io.errortracker.ui.page.EventView.Tag;
import io.errortracker.ui.page.StackView.Choice;
import io.errortracker.ui.page.StackView.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes of a stored event what its page shows to this visitor. */
final class EventViews {
    private static final Set<String> MODES = Set.of("all", "raw", "minified");

    private final Visit visit;
    private final Issue issue;
    private final StoredEvent stored;
    private final ErrorEvent event;
    private final Readable readable;
    private final String events;

    /** @param address of the issue */
    EventViews(Visit visit, Issue issue, StoredEvent stored, String address) {
        this.visit = visit;
        this.issue = issue;
        this.stored = stored;
        event = stored.event();
        readable = visit.site().readable().apply(event);
        events = address + "/events/";
    }

    /** What would be said today, when that is something else: rules change, and a new version of the algorithm says more. */
    private List<Reason> whyNow() {
        List<Reason> now =
                visit.site().regrouper().why(event).stream().map(Reason::of).toList();
        List<Reason> then = stored.whyGrouped().stream().map(Reason::of).toList();
        return now.equals(then) ? List.of() : now;
    }

    EventView view() {
        boolean mayReadRaw = visit.visitor().isAdmin();
        String own = events + Address.segment(event.id());
        return new EventView(
                event.id(),
                visit.moments().of(event.timestamp()),
                Fates.of(event),
                link(stored.older()),
                link(stored.newer()),
                event.exceptions().isEmpty() ? null : stack(own),
                event.message() == null ? List.of() : ForeignText.lines(event.message()),
                breadcrumbs(),
                event.request() == null ? null : request(event.request(), mayReadRaw),
                user(event.user()),
                tags(),
                Node.entries(event.extra()),
                contexts(),
                Node.entries(event.modules()),
                stored.whyGrouped().stream().map(Reason::of).toList(),
                whyNow(),
                cuts(),
                RelatedEvents.of(visit, event),
                RelatedEvents.spans(visit, event),
                mayReadRaw ? own + "/json" : null,
                own + "/text",
                own + "/markdown");
    }

    private @Nullable String link(@Nullable String eventId) {
        return eventId == null ? null : events + Address.segment(eventId) + kept();
    }

    /** The way to look at stacks stays when one goes from event to event. */
    private String kept() {
        String mode = mode();
        return mode.equals("app") ? "" : "?frames=" + mode;
    }

    private String mode() {
        String asked = visit.query().text("frames");
        return asked != null && MODES.contains(asked) ? asked : "app";
    }

    private StackView stack(String own) {
        String mode = mode();
        List<Choice> choices = choices(own, mode);
        ErrorEvent shown = mode.equals("minified") ? event : readable.event();
        if (mode.equals("raw")) {
            return new StackView(
                    mode, choices, List.of(), ForeignText.plainLines(StackText.of(shown)), unreadable(), regroup());
        }
        List<ExceptionInfo> exceptions = shown.exceptions();
        return new StackView(
                mode,
                choices,
                new StackFolding(exceptions, issue.culprit(), mode.equals("all")).thrown(),
                null,
                unreadable(),
                regroup());
    }

    private List<Choice> choices(String own, String mode) {
        List<Choice> choices = new ArrayList<>(List.of(
                choice("App frames", "app", own, mode),
                choice("All frames", "all", own, mode),
                choice("Raw", "raw", own, mode)));
        if (readable.changed()) {
            choices.add(choice("Minified", "minified", own, mode));
        }
        return List.copyOf(choices);
    }

    /** The event came before its source map when its issue is named after none of the original files. */
    private @Nullable String regroup() {
        String culprit = issue.culprit();
        if (culprit == null || !readable.changed() || !visit.visitor().isAdmin()) {
            return null;
        }
        boolean known = readable.event().exceptions().stream()
                .flatMap(exception -> exception.frames().stream())
                .map(StackFrame::file)
                .anyMatch(file -> file != null && culprit.contains(file.substring(file.lastIndexOf('/') + 1)));
        return known ? null : visit.base() + "/grouping";
    }

    private List<Unreadable> unreadable() {
        return readable.reasons().entrySet().stream()
                .map(file -> new Unreadable(ForeignText.line(file.getKey()), ForeignText.plain(file.getValue())))
                .toList();
    }

    private static Choice choice(String name, String word, String own, String mode) {
        return new Choice(name, own + "?frames=" + word, word.equals(mode));
    }

    private List<Crumb> breadcrumbs() {
        List<Crumb> crumbs = new ArrayList<>();
        for (Breadcrumb crumb : event.breadcrumbs()) {
            Instant when = crumb.timestamp() == null ? event.timestamp() : crumb.timestamp();
            crumbs.add(new Crumb(
                    visit.moments().clock(when),
                    visit.moments().of(when),
                    gap(Duration.between(when, event.timestamp())),
                    crumb.level().label(),
                    ForeignText.plain(crumb.category() == null ? crumb.type() : crumb.category()),
                    crumb.message() == null ? List.of() : ForeignText.line(crumb.message()),
                    Node.entries(crumb.data())));
        }
        return List.copyOf(crumbs);
    }

    /** How long before the event: {@code −48 s}. */
    private static String gap(Duration before) {
        if (before.isNegative() || before.isZero()) {
            return "0 ms";
        }
        if (before.toSeconds() == 0) {
            return "−" + before.toMillis() + " ms";
        }
        return before.toMinutes() < 2 ? "−" + before.toSeconds() + " s" : "−" + before.toMinutes() + " min";
    }

    private static Asked request(Request request, boolean mayReadRaw) {
        String url = request.url();
        String method = request.method();
        return new Asked(
                method == null ? "" : ForeignText.plain(method),
                url == null ? List.of() : ForeignText.linked(url),
                QueryText.entries(request.queryString()),
                mayReadRaw ? Node.entries(request.headers()) : null);
    }

    private static List<Node.Entry> user(@Nullable User user) {
        if (user == null) {
            return List.of();
        }
        Map<String, Object> known = new LinkedHashMap<>();
        putKnown(known, "id", user.id());
        putKnown(known, "username", user.username());
        putKnown(known, "email", user.email());
        putKnown(known, "address", user.ipAddress());
        known.putAll(user.data());
        return Node.entries(known);
    }

    private static void putKnown(Map<String, Object> known, String name, @Nullable String value) {
        if (value != null) {
            known.put(name, value);
        }
    }

    private List<Tag> tags() {
        List<Tag> tags = new ArrayList<>();
        event.tags()
                .forEach((name, value) -> tags.add(new Tag(
                        ForeignText.plain(name), ForeignText.linked(value), ForeignText.plain(name + ":" + value))));
        return List.copyOf(tags);
    }

    private List<Group> contexts() {
        List<Group> groups = new ArrayList<>();
        Map<String, Object> surroundings = new LinkedHashMap<>();
        putKnown(surroundings, "environment", event.environment());
        putKnown(surroundings, "release", event.release());
        putKnown(surroundings, "dist", event.dist());
        putKnown(surroundings, "server", event.serverName());
        putKnown(surroundings, "thread", event.threadName());
        putKnown(surroundings, "logger", event.logger());
        putKnown(surroundings, "captured by", event.sdk());
        if (!surroundings.isEmpty()) {
            groups.add(new Group("event", Node.entries(surroundings)));
        }
        event.contexts().forEach((name, values) -> {
            if (!values.isEmpty() && !name.equals(EventLimits.CONTEXT)) {
                groups.add(new Group(ForeignText.plain(name), Node.entries(values)));
            }
        });
        return List.copyOf(groups);
    }

    private List<String> cuts() {
        if (event.context(EventLimits.CONTEXT, "cut") instanceof List<?> cuts) {
            return cuts.stream()
                    .map(cut -> ForeignText.plain(String.valueOf(cut)))
                    .toList();
        }
        return List.of();
    }
}
