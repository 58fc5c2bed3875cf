package io.errortracker.ui.page;

import io.errortracker.event.ErrorEvent;
import io.errortracker.store.StoredEvent;
import io.errortracker.ui.page.IssueView.Share;
import io.errortracker.ui.page.IssueView.Slice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How releases, environments, browsers and tags are spread over some events. */
final class Shares {
    private static final int MOST_TAGS = 8;
    private static final int MOST_SLICES = 4;

    private final Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();

    static List<Share> of(List<StoredEvent> events) {
        Shares shares = new Shares();
        events.forEach(stored -> shares.count(stored.event()));
        return shares.shares(events.size());
    }

    private void count(ErrorEvent event) {
        count("release", event.release());
        count("environment", event.environment());
        count("server", event.serverName());
        count("user", Fates.user(event.user()));
        Object browser = event.context("browser", "name");
        count("browser", browser == null ? null : browser.toString());
        event.tags().forEach((name, value) -> {
            if (!isCountedAnyway(name)) {
                count(name, value);
            }
        });
    }

    private static boolean isCountedAnyway(String tag) {
        return switch (tag) {
            case "release", "environment", "server", "server_name", "user", "browser" -> true;
            default -> false;
        };
    }

    private void count(String tag, @Nullable String value) {
        if (value != null) {
            counts.computeIfAbsent(tag, key -> new LinkedHashMap<>()).merge(value, 1, Integer::sum);
        }
    }

    private List<Share> shares(int events) {
        List<Share> shares = new ArrayList<>();
        counts.forEach((tag, values) -> {
            if (shares.size() < MOST_TAGS) {
                shares.add(new Share(ForeignText.plain(tag), slices(values, events)));
            }
        });
        return List.copyOf(shares);
    }

    private static List<Slice> slices(Map<String, Integer> values, int events) {
        return values.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_SLICES)
                .map(value -> slice(value.getKey(), 100.0 * value.getValue() / events))
                .toList();
    }

    private static Slice slice(String value, double percent) {
        return new Slice(
                ForeignText.line(value),
                Math.round(percent) + " %",
                String.format(Locale.ROOT, "%.1f%%", Math.min(100, percent)));
    }
}
