package io.errortracker.ui.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the template of the page Settings shows.
 *
 * @param served source maps that the application itself hands to everybody
 * @param ingest null while it is off
 */
record SettingsView(
        Shell shell,
        String summary,
        ServedMapsView served,
        @Nullable Ingest ingest) {

    /** @param wrongOrigin an origin that was typed and is none; null when all were fine */
    record Ingest(
            List<Snippet> snippets,
            List<Key> keys,
            @Nullable String keysNote,
            boolean canRetire,
            String origins,
            @Nullable String originsNote,
            @Nullable String wrongOrigin,
            List<Counted> counts) {}

    /**
     * Something to copy.
     *
     * @param id within the page's address
     * @param address where it is as mere text
     */
    record Snippet(String id, String title, String hint, String text, String address, boolean open) {}

    /** @param role what it is for now */
    record Key(String text, String role) {}

    record Counted(String name, Amount count) {}
}
