package io.errortracker.boot;

import io.errortracker.Settings;
import io.errortracker.bundled.mpconfig.ConfigValue;
import io.errortracker.bundled.smallryeconfig.SmallRyeConfig;
import io.errortracker.bundled.smallryeconfig.SmallRyeConfigBuilder;
import java.util.Optional;

/** Our own SmallRye Config, for servers without MicroProfile Config: system properties, the environment, and the deployment's file. */
final class OwnSettings implements Settings {
    private static final int LOWEST_FROM_OUTSIDE = 300;

    private final SmallRyeConfig config;

    OwnSettings(ClassLoader application) {
        config = new SmallRyeConfigBuilder()
                .forClassLoader(application)
                .addDefaultInterceptors()
                .addDefaultSources()
                .build();
    }

    @Override
    public Optional<Setting> find(String key) {
        ConfigValue value = config.getConfigValue(key);
        return Optional.ofNullable(value.getValue())
                .map(text -> new Setting(text, value.getSourceOrdinal() < LOWEST_FROM_OUTSIDE));
    }
}
