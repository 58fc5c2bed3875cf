package io.errortracker.ui;

import io.errortracker.event.Discarded;
import io.errortracker.ui.page.IngestDesk;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An ingest of which the pages can tell and change something. */
final class SampleIngest implements IngestDesk {
    private final List<String> keys = new ArrayList<>(List.of("5f1d9a0c47e24b6d8a3e92c17b60d4f8"));
    private List<String> origins = List.of("https://www.shop.example", "https://checkout.shop.example");

    @Override
    public @Nullable String baseUrl() {
        return null;
    }

    @Override
    public String path() {
        return "/shop/errors-ingest";
    }

    @Override
    public String lastingScript() {
        return "browser.0123456789abcdef.js";
    }

    @Override
    public String scriptIntegrity() {
        return "sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC";
    }

    @Override
    public List<String> keys() {
        return List.copyOf(keys);
    }

    @Override
    public boolean keysAreConfigured() {
        return false;
    }

    @Override
    public void makeKey() {
        keys.add(0, "0c2b7e55d1f94a3c9b86f0e7a4d31528");
    }

    @Override
    public void retireKey() {
        keys.subList(1, keys.size()).clear();
    }

    @Override
    public List<String> origins() {
        return origins;
    }

    @Override
    public boolean originsAreConfigured() {
        return false;
    }

    @Override
    public @Nullable String keepOrigins(String text) {
        List<String> words = List.of(text.strip().split("\\s+"));
        for (String word : words) {
            if (!word.startsWith("https://")) {
                return word;
            }
        }
        origins = words;
        return null;
    }

    @Override
    public List<Discarded> discarded() {
        return List.of(
                new Discarded("sample_rate", "transaction", 9_112),
                new Discarded("ratelimit_backoff", "error", 214),
                new Discarded("network_error", "session", 12),
                new Discarded("made_up", "log_item", 1));
    }

    @Override
    public List<Count> counts() {
        return List.of(
                new Count("events", 1_204),
                new Count("transactions", 0),
                new Count("batches of spans", 318),
                new Count("updates of sessions", 8_112),
                new Count("client reports", 12),
                new Count("requests with a wrong key, project or origin", 41));
    }
}
