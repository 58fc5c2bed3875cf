package io.errortracker.ui.page;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.TraceContext;
import io.errortracker.store.TraceStore;
import io.errortracker.store.TracedEvent;
import io.errortracker.ui.page.EventView.Related;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What else happened in the trace of an event: in the page when it is the server's, on the server when it is the page's. */
final class RelatedEvents {
    private static final int MOST = 20;

    private RelatedEvents() {}

    /** The other events of the trace, oldest first, and the one that people's feedback is about. */
    static List<Related> of(Visit visit, ErrorEvent event) {
        Map<String, TracedEvent> others = new LinkedHashMap<>();
        TraceStore traces = visit.site().traces();
        String trace = TraceContext.idOf(event);
        if (trace != null) {
            traces.events(trace, MOST).forEach(other -> others.put(other.eventId(), other));
        }
        if (event.context("feedback", "associated_event_id") instanceof String associated) {
            traces.event(associated.replace("-", "").toLowerCase(Locale.ROOT))
                    .ifPresent(other -> others.put(other.eventId(), other));
        }
        others.remove(event.id());
        return others.values().stream().map(other -> related(visit, other)).toList();
    }

    /** Every event of a trace. */
    static List<Related> ofTrace(Visit visit, String trace) {
        return visit.site().traces().events(trace, MOST).stream()
                .map(event -> related(visit, event))
                .toList();
    }

    /** Where the spans of the event's trace are shown; null when there are none. */
    static @Nullable String spans(Visit visit, ErrorEvent event) {
        String trace = TraceContext.idOf(event);
        return trace == null || visit.site().traces().spans(trace, 1).isEmpty()
                ? null
                : visit.base() + "/traces/" + trace;
    }

    private static Related related(Visit visit, TracedEvent event) {
        return new Related(
                where(event.platform()),
                ForeignText.line(event.type()),
                ForeignText.line(event.value()),
                ForeignText.plain(event.shortId()),
                visit.base() + "/issues/" + Address.segment(event.shortId()) + "/events/" + event.eventId(),
                visit.moments().of(event.happened()));
    }

    private static String where(String platform) {
        return switch (platform) {
            case "javascript" -> "in the page";
            case "java" -> "on the server";
            default -> "in " + ForeignText.plain(platform);
        };
    }
}
