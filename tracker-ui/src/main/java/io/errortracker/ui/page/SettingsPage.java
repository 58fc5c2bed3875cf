package io.errortracker.ui.page;

import io.errortracker.ui.page.SettingsView.Counted;
import io.errortracker.ui.page.SettingsView.Ingest;
import io.errortracker.ui.page.SettingsView.Key;
import io.errortracker.ui.page.SettingsView.Snippet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What browsers and other programs need to send events here, and who may.
 *
 * @since 0.1.0
 */
public final class SettingsPage {
    private final @Nullable IngestDesk desk;
    private final ServedMapsView served;

    /**
     * @param desk null while the ingest is off
     * @param served paths of source maps that the application itself hands to everybody
     */
    public SettingsPage(@Nullable IngestDesk desk, List<String> served) {
        this.desk = desk;
        this.served = ServedMapsView.of(served);
    }

    public Answer show(Visit visit) {
        return show(visit, null, null);
    }

    /** The page once more after origins were typed of which one is none. */
    public Answer again(Visit visit, String typed, String wrong) {
        return show(visit, typed, wrong);
    }

    private Answer show(Visit visit, @Nullable String typed, @Nullable String wrong) {
        Shell shell = Shell.of("Settings", "settings", visit);
        if (desk == null) {
            return Answer.page(
                    "settings.jte",
                    new SettingsView(
                            shell, "Only this application itself sends events: the ingest is off.", served, null));
        }
        String summary = "Browsers and other programs send events to " + ForeignText.plain(desk.path()) + ".";
        SettingsView view = new SettingsView(shell, summary, served, ingest(desk, visit, typed, wrong));
        return wrong == null ? Answer.page("settings.jte", view) : new Answer.Html(422, "settings.jte", view);
    }

    private static Ingest ingest(IngestDesk desk, Visit visit, @Nullable String typed, @Nullable String wrong) {
        String listed = String.join("\n", desk.origins());
        return new Ingest(
                snippets(desk, visit),
                keys(desk),
                desk.keysAreConfigured() ? "Set by tracker.ingest.keys." : null,
                desk.keys().size() > 1,
                typed == null ? listed : typed,
                desk.originsAreConfigured() ? "Set by tracker.ingest.origins." : null,
                wrong == null ? null : ForeignText.plain(wrong),
                desk.counts().stream()
                        .filter(count -> count.count() > 0)
                        .map(count -> new Counted(count.name(), Amount.of(count.count())))
                        .toList());
    }

    private static List<Snippet> snippets(IngestDesk desk, Visit visit) {
        String base = desk.baseUrl();
        String origin = base == null ? visit.origin() : originOf(base);
        return new Snippets(origin, desk, visit.base()).all();
    }

    private static String originOf(String url) {
        int path = url.indexOf('/', url.indexOf("://") + 3);
        return path < 0 ? url : url.substring(0, path);
    }

    private static List<Key> keys(IngestDesk desk) {
        List<Key> keys = new ArrayList<>();
        for (String key : desk.keys()) {
            keys.add(new Key(key, desk.keysAreConfigured() ? "" : keys.isEmpty() ? "newest" : "still let in"));
        }
        return List.copyOf(keys);
    }

    /** One of the things to copy, as mere text. */
    public Answer copy(Visit visit, String id) {
        Optional<Snippet> found = desk == null
                ? Optional.empty()
                : snippets(desk, visit).stream()
                        .filter(snippet -> snippet.id().equals(id))
                        .findFirst();
        return found.isEmpty()
                ? Problem.notFound(visit)
                : new Answer.Plain("text/plain;charset=utf-8", found.get().text());
    }
}
