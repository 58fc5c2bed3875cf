package io.errortracker.boot;

import io.errortracker.Settings;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.ConfigValue;

/** The server's own MicroProfile Config. Loaded only where there is one. */
final class ServerSettings implements Settings {
    /** The file of a deployment has 100; system properties have 400, the environment 300. */
    private static final int LOWEST_FROM_OUTSIDE = 300;

    private final Config config;

    ServerSettings(ClassLoader application) {
        config = ConfigProvider.getConfig(application);
    }

    @Override
    public Optional<Setting> find(String key) {
        ConfigValue value = config.getConfigValue(key);
        return Optional.ofNullable(value.getValue()).map(text -> new Setting(text, isInside(value)));
    }

    private static boolean isInside(ConfigValue value) {
        String source = String.valueOf(value.getSourceName());
        return value.getSourceOrdinal() < LOWEST_FROM_OUTSIDE || source.contains("microprofile-config.properties");
    }
}
