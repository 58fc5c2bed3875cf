package io.errortracker.event.json;

import io.errortracker.event.Discarded;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads items {@code client_report}. */
final class Reports {
    static final int MOST = 100;
    private static final int LONGEST = 40;

    private Reports() {}

    static List<Discarded> discarded(JsonObject json) {
        List<Discarded> all = new ArrayList<>();
        for (JsonValue value : new Fields(json).list("discarded_events")) {
            Fields entry = Fields.of(value);
            String reason = entry == null ? null : word(entry, "reason");
            String category = entry == null ? null : word(entry, "category");
            if (entry != null && reason != null && category != null && all.size() < MOST) {
                all.add(new Discarded(reason, category, entry.count("quantity", 0)));
            }
        }
        return all;
    }

    /** Small letters and underscores, as all of them are. */
    private static @Nullable String word(Fields entry, String key) {
        String word = entry.word(key);
        boolean usual = word != null
                && word.length() <= LONGEST
                && word.chars().allMatch(c -> c == '_' || (c >= 'a' && c <= 'z'));
        return usual ? word : null;
    }
}
