package io.errortracker.event;

import java.util.LinkedHashMap;
import java.util.Map;

/** The limits of a map of words. */
record TextEntries(String what, int maxEntries, int maxKey, int maxValue) {
    static final TextEntries TAGS =
            new TextEntries("tags", EventLimits.MAX_TAGS, EventLimits.MAX_TAG_KEY, EventLimits.MAX_TAG_VALUE);
    static final TextEntries HEADERS =
            new TextEntries("headers", EventLimits.MAX_ENTRIES, EventLimits.MAX_KEY, EventLimits.MAX_STRING);
    static final TextEntries MODULES =
            new TextEntries("modules", EventLimits.MAX_MODULES, EventLimits.MAX_KEY, EventLimits.MAX_KEY);
    static final TextEntries DEBUG_IDS =
            new TextEntries("debug ids", EventLimits.MAX_TAGS, EventLimits.MAX_STRING, EventLimits.MAX_DEBUG_ID);

    /** The same instance when nothing has to change. */
    Map<String, String> limit(Map<String, String> map, Cuts cuts) {
        if (map.size() <= maxEntries && hasShortTexts(map)) {
            return map;
        }
        Map<String, String> kept = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : map.entrySet()) {
            if (kept.size() == maxEntries) {
                cuts.cut(what, map.size(), kept.size());
                break;
            }
            kept.put(TextLimit.cut(entry.getKey(), maxKey), TextLimit.cut(entry.getValue(), maxValue));
        }
        return kept;
    }

    private boolean hasShortTexts(Map<String, String> map) {
        for (Map.Entry<String, String> entry : map.entrySet()) {
            if (entry.getKey().length() > maxKey || entry.getValue().length() > maxValue) {
                return false;
            }
        }
        return true;
    }
}
