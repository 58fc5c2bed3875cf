package io.errortracker.store.jpa;

import io.errortracker.store.KeptSettings;
import java.util.Optional;

/** Settings in the store's database. */
record JpaSettings(Access access) implements KeptSettings {
    @Override
    public Optional<String> setting(String name) {
        return access.read(session -> new SettingQueries(session).find(name));
    }

    @Override
    public void keep(String name, String content) {
        access.write((session, database) -> {
            new SettingQueries(session).keep(name, content);
            return name;
        });
    }

    @Override
    public String keepFirst(String name, String content) {
        return access.write((session, database) -> new SettingQueries(session).keepFirst(name, content));
    }
}
