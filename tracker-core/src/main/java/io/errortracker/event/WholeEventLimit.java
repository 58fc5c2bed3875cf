package io.errortracker.event;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Makes an event fit as a whole, although each part of it is within its own limit: leaves out what helps least first, one step at a time,
 * until it fits. The last step leaves a skeleton that fits always.
 */
final class WholeEventLimit {
    private static final List<Step> STEPS = List.of(
            new Step(
                    "source lines and variables of frames outside the application", WholeEventLimit::bareLibraryFrames),
            new Step("modules", event -> event.with(parts -> parts.modules(Map.of()))),
            new Step("breadcrumbs but for the newest 20", WholeEventLimit::fewBreadcrumbs),
            new Step("extra", event -> event.with(parts -> parts.extra(Map.of()))),
            new Step("source lines and variables of all frames", WholeEventLimit::bareFrames),
            new Step("frames but for 50 of each exception", event -> withFrames(event, 50)),
            new Step("contexts, user data and headers", WholeEventLimit::withoutDetails),
            new Step("all but the thrown exception and 10 frames", WholeEventLimit::skeleton));

    private WholeEventLimit() {}

    static ErrorEvent limit(ErrorEvent event) {
        Cuts cuts = new Cuts();
        ErrorEvent smaller = event;
        for (Step step : STEPS) {
            smaller = step.leaveOut().apply(smaller);
            cuts.note("left out, for the event was too large: " + step.what());
            ErrorEvent told = EventLimits.told(smaller, cuts);
            if (EventSize.of(told) <= EventLimits.MAX_EVENT) {
                return told;
            }
        }
        return EventLimits.told(smaller, cuts);
    }

    private static ErrorEvent bareLibraryFrames(ErrorEvent event) {
        return eachFrame(event, frame -> frame.inApp() ? frame : bare(frame));
    }

    private static ErrorEvent bareFrames(ErrorEvent event) {
        return eachFrame(event, WholeEventLimit::bare);
    }

    private static StackFrame bare(StackFrame frame) {
        return EventLimits.isMarker(frame)
                ? frame
                : new StackFrame(
                        frame.module(),
                        frame.function(),
                        frame.file(),
                        frame.absPath(),
                        frame.line(),
                        frame.column(),
                        frame.inApp(),
                        Map.of(),
                        null,
                        frame.role());
    }

    private static ErrorEvent eachFrame(ErrorEvent event, UnaryOperator<StackFrame> change) {
        return eachException(
                event,
                exception -> exception.withFrames(
                        exception.frames().stream().map(change).toList()));
    }

    private static ErrorEvent withFrames(ErrorEvent event, int max) {
        return eachException(event, exception -> exception.withFrames(FrameLimit.bothEnds(exception.frames(), max)));
    }

    private static ErrorEvent eachException(ErrorEvent event, UnaryOperator<ExceptionInfo> change) {
        return event.with(parts ->
                parts.exceptions(event.exceptions().stream().map(change).toList()));
    }

    private static ErrorEvent fewBreadcrumbs(ErrorEvent event) {
        List<Breadcrumb> all = event.breadcrumbs();
        return event.with(parts -> parts.breadcrumbs(all.subList(Math.max(0, all.size() - 20), all.size())));
    }

    private static ErrorEvent withoutDetails(ErrorEvent event) {
        return event.with(parts -> {
            parts.contexts(Map.of());
            User user = event.user();
            if (user != null) {
                parts.user(new User(user.id(), user.username(), user.email(), user.ipAddress(), Map.of()));
            }
            Request request = event.request();
            if (request != null) {
                parts.request(new Request(request.method(), request.url(), request.queryString(), Map.of()));
            }
        });
    }

    private static ErrorEvent skeleton(ErrorEvent event) {
        ErrorEvent thrownOnly = event.with(parts -> {
            parts.exceptions(event.exceptions().stream()
                    .limit(1)
                    .map(WholeEventLimit::withoutMechanismData)
                    .toList());
            parts.breadcrumbs(List.of());
        });
        return withFrames(thrownOnly, 10);
    }

    private static ExceptionInfo withoutMechanismData(ExceptionInfo exception) {
        Mechanism how = exception.mechanism();
        Mechanism bare = how == null
                ? null
                : new Mechanism(how.type(), how.handled(), how.source(), how.exceptionId(), how.parentId(), Map.of());
        return new ExceptionInfo(exception.module(), exception.type(), exception.value(), bare, exception.frames());
    }

    private record Step(String what, UnaryOperator<ErrorEvent> leaveOut) {}
}
