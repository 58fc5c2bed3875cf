package io.errortracker.ingest;

import io.errortracker.store.KeptSettings;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Settings without a database. */
final class KeptInMemory implements KeptSettings {
    private final Map<String, String> kept = new ConcurrentHashMap<>();

    @Override
    public Optional<String> setting(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    @Override
    public void keep(String name, String content) {
        kept.put(name, content);
    }

    @Override
    public String keepFirst(String name, String content) {
        String known = kept.putIfAbsent(name, content);
        return known == null ? content : known;
    }
}
