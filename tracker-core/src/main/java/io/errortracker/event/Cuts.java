package io.errortracker.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was left out of one event, in words, for the event itself to tell. */
final class Cuts {
    private static final String DETAIL = "cut";

    private final List<Object> notes = new ArrayList<>();

    void cut(String what, int inAll, int kept) {
        note(what + ": " + TextLimit.grouped(inAll) + " in all, " + TextLimit.grouped(kept) + " kept");
    }

    void note(String note) {
        if (notes.size() < EventLimits.MAX_ITEMS) {
            notes.add(TextLimit.cut(note, 200));
        }
    }

    boolean none() {
        return notes.isEmpty();
    }

    /** The context that tells them, after what an earlier pass over these contexts told. */
    Map<String, Object> after(Map<String, Map<String, Object>> contexts) {
        List<Object> all = new ArrayList<>();
        if (contexts.getOrDefault(EventLimits.CONTEXT, Map.of()).get(DETAIL) instanceof List<?> earlier) {
            all.addAll(earlier);
        }
        all.addAll(notes);
        return Map.of(DETAIL, List.copyOf(all.subList(0, Math.min(all.size(), EventLimits.MAX_ITEMS))));
    }
}
