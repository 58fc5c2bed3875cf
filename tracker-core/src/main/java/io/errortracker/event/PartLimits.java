package io.errortracker.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Cuts each part of one event to its own limit, and remembers whether any had to be. Used once. */
final class PartLimits {
    private final Cuts cuts;
    private final FrameLimit frames;
    private boolean changed;

    PartLimits(Cuts cuts) {
        this.cuts = cuts;
        this.frames = new FrameLimit(cuts);
    }

    /** The same instance when nothing has to change. */
    ErrorEvent limit(ErrorEvent event) {
        ErrorEvent limited = event.with(parts -> {
            words(event, parts);
            parts.exceptions(seen(event.exceptions(), exceptions(event.exceptions())));
            parts.user(seenNullable(event.user(), user(event.user())));
            parts.request(seenNullable(event.request(), request(event.request())));
            parts.breadcrumbs(seen(event.breadcrumbs(), breadcrumbs(event.breadcrumbs())));
            parts.tags(seen(event.tags(), TextEntries.TAGS.limit(event.tags(), cuts)));
            parts.extra(seen(event.extra(), extra(event.extra())));
            parts.contexts(seen(event.contexts(), contexts(event.contexts())));
            parts.modules(seen(event.modules(), TextEntries.MODULES.limit(event.modules(), cuts)));
            parts.debugIds(seen(event.debugIds(), TextEntries.DEBUG_IDS.limit(event.debugIds(), cuts)));
            parts.fingerprint(seen(event.fingerprint(), fingerprint(event.fingerprint())));
        });
        return changed ? limited : event;
    }

    private void words(ErrorEvent event, ErrorEvent.Builder parts) {
        parts.platform(seen(event.platform(), TextLimit.cut(event.platform(), EventLimits.MAX_STRING)));
        parts.logger(string(event.logger()));
        parts.environment(string(event.environment()));
        parts.release(string(event.release()));
        parts.dist(string(event.dist()));
        parts.serverName(string(event.serverName()));
        parts.transaction(string(event.transaction()));
        parts.message(message(event.message()));
        parts.messageTemplate(message(event.messageTemplate()));
        parts.sdk(string(event.sdk()));
        parts.threadName(string(event.threadName()));
    }

    private @Nullable String string(@Nullable String text) {
        return seenNullable(text, TextLimit.cutNullable(text, EventLimits.MAX_STRING));
    }

    private @Nullable String message(@Nullable String text) {
        return seenNullable(text, TextLimit.cutNullable(text, EventLimits.MAX_MESSAGE));
    }

    @SuppressWarnings("ReferenceEquality") // a part that is the same instance was within its limit
    private <T> @Nullable T seenNullable(@Nullable T before, @Nullable T after) {
        changed |= before != after;
        return after;
    }

    @SuppressWarnings("ReferenceEquality")
    private <T> T seen(T before, T after) {
        changed |= before != after;
        return after;
    }

    private List<ExceptionInfo> exceptions(List<ExceptionInfo> exceptions) {
        List<ExceptionInfo> kept = exceptions;
        if (exceptions.size() > EventLimits.MAX_EXCEPTIONS) {
            int half = EventLimits.MAX_EXCEPTIONS / 2;
            kept = new ArrayList<>(exceptions.subList(0, half));
            kept.addAll(exceptions.subList(exceptions.size() - half, exceptions.size()));
            cuts.cut("exceptions", exceptions.size(), kept.size());
        }
        return each(kept, this::exception);
    }

    private ExceptionInfo exception(ExceptionInfo exception) {
        ExceptionInfo within = frames.limited(exception);
        Mechanism mechanism = mechanism(exception.mechanism());
        if (mechanism == exception.mechanism() && hasShortTexts(within)) {
            return within;
        }
        return new ExceptionInfo(
                TextLimit.cutNullable(within.module(), EventLimits.MAX_STRING),
                TextLimit.cut(within.type(), EventLimits.MAX_STRING),
                TextLimit.cutNullable(within.value(), EventLimits.MAX_MESSAGE),
                mechanism,
                within.frames());
    }

    private static boolean isShort(@Nullable String text) {
        return TextLimit.fits(text, EventLimits.MAX_STRING);
    }

    private static boolean hasShortTexts(ExceptionInfo exception) {
        return isShort(exception.type())
                && isShort(exception.module())
                && TextLimit.fits(exception.value(), EventLimits.MAX_MESSAGE);
    }

    private static @Nullable Mechanism mechanism(@Nullable Mechanism mechanism) {
        if (mechanism == null) {
            return null;
        }
        Map<String, Object> data = ValueLimit.entries(mechanism.data(), EventLimits.MAX_ENTRIES);
        if (data == mechanism.data() && isShort(mechanism.type()) && isShort(mechanism.source())) {
            return mechanism;
        }
        return new Mechanism(
                TextLimit.cut(mechanism.type(), EventLimits.MAX_STRING),
                mechanism.handled(),
                TextLimit.cutNullable(mechanism.source(), EventLimits.MAX_STRING),
                mechanism.exceptionId(),
                mechanism.parentId(),
                data);
    }

    private static @Nullable User user(@Nullable User user) {
        if (user == null) {
            return null;
        }
        Map<String, Object> data = ValueLimit.entries(user.data(), EventLimits.MAX_ENTRIES);
        if (data == user.data()
                && isShort(user.id())
                && isShort(user.username())
                && isShort(user.email())
                && isShort(user.ipAddress())) {
            return user;
        }
        return new User(
                TextLimit.cutNullable(user.id(), EventLimits.MAX_STRING),
                TextLimit.cutNullable(user.username(), EventLimits.MAX_STRING),
                TextLimit.cutNullable(user.email(), EventLimits.MAX_STRING),
                TextLimit.cutNullable(user.ipAddress(), EventLimits.MAX_STRING),
                data);
    }

    private @Nullable Request request(@Nullable Request request) {
        if (request == null) {
            return null;
        }
        Map<String, String> headers = TextEntries.HEADERS.limit(request.headers(), cuts);
        if (headers == request.headers()
                && isShort(request.method())
                && isShort(request.url())
                && isShort(request.queryString())) {
            return request;
        }
        return new Request(
                TextLimit.cutNullable(request.method(), EventLimits.MAX_STRING),
                TextLimit.cutNullable(request.url(), EventLimits.MAX_STRING),
                TextLimit.cutNullable(request.queryString(), EventLimits.MAX_STRING),
                headers);
    }

    private List<Breadcrumb> breadcrumbs(List<Breadcrumb> breadcrumbs) {
        int size = breadcrumbs.size();
        List<Breadcrumb> kept = breadcrumbs;
        if (size > EventLimits.MAX_BREADCRUMBS) {
            kept = breadcrumbs.subList(size - EventLimits.MAX_BREADCRUMBS, size);
            cuts.cut("breadcrumbs", size, kept.size());
        }
        return each(kept, PartLimits::breadcrumb);
    }

    private static Breadcrumb breadcrumb(Breadcrumb breadcrumb) {
        Map<String, Object> data = ValueLimit.entries(breadcrumb.data(), EventLimits.MAX_ENTRIES);
        if (data == breadcrumb.data()
                && isShort(breadcrumb.type())
                && isShort(breadcrumb.category())
                && isShort(breadcrumb.message())) {
            return breadcrumb;
        }
        return new Breadcrumb(
                breadcrumb.timestamp(),
                TextLimit.cut(breadcrumb.type(), EventLimits.MAX_STRING),
                TextLimit.cutNullable(breadcrumb.category(), EventLimits.MAX_STRING),
                TextLimit.cutNullable(breadcrumb.message(), EventLimits.MAX_STRING),
                breadcrumb.level(),
                data);
    }

    private Map<String, Object> extra(Map<String, Object> extra) {
        Map<String, Object> within = ValueLimit.entries(extra, EventLimits.MAX_ENTRIES);
        if (EventSize.of(within) <= EventLimits.MAX_EXTRA) {
            return within;
        }
        Map<String, Object> kept = new LinkedHashMap<>();
        long room = EventLimits.MAX_EXTRA;
        for (Map.Entry<String, Object> entry : within.entrySet()) {
            room -= EventSize.of(entry.getKey(), entry.getValue());
            if (room < 0) {
                break;
            }
            kept.put(entry.getKey(), entry.getValue());
        }
        cuts.cut("extra", extra.size(), kept.size());
        return kept;
    }

    private Map<String, Map<String, Object>> contexts(Map<String, Map<String, Object>> contexts) {
        Map<String, Map<String, Object>> kept = new LinkedHashMap<>();
        boolean same = true;
        for (Map.Entry<String, Map<String, Object>> context : contexts.entrySet()) {
            String name = TextLimit.cut(context.getKey(), EventLimits.MAX_KEY);
            if (kept.size() < EventLimits.MAX_ENTRIES || name.equals(EventLimits.CONTEXT)) {
                Map<String, Object> details = ValueLimit.entries(context.getValue(), EventLimits.MAX_ENTRIES);
                same &= details == context.getValue() && name.equals(context.getKey());
                kept.put(name, details);
            }
        }
        if (kept.size() < contexts.size()) {
            cuts.cut("contexts", contexts.size(), kept.size());
        }
        return same && kept.size() == contexts.size() ? contexts : kept;
    }

    private List<String> fingerprint(List<String> parts) {
        List<String> kept = parts.size() <= EventLimits.MAX_ITEMS ? parts : parts.subList(0, EventLimits.MAX_ITEMS);
        return each(kept, part -> TextLimit.cut(part, EventLimits.MAX_STRING));
    }

    /** The same instance when no item changes. */
    private static <T> List<T> each(List<T> items, UnaryOperator<T> limit) {
        List<T> limited = null;
        for (int i = 0; i < items.size(); i++) {
            T item = limit.apply(items.get(i));
            if (limited == null && item != items.get(i)) {
                limited = new ArrayList<>(items);
            }
            if (limited != null) {
                limited.set(i, item);
            }
        }
        return limited == null ? items : limited;
    }
}
