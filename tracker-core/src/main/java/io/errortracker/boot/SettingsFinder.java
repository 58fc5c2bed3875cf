package io.errortracker.boot;

import io.errortracker.Settings;

/** Finds where an application is configured. */
final class SettingsFinder {
    private SettingsFinder() {}

    /** The server's MicroProfile Config where there is one; else our own. */
    static Settings find(ClassLoader application) {
        try {
            return new ServerSettings(application);
        } catch (LinkageError | IllegalStateException noServerConfig) {
            return new OwnSettings(application);
        }
    }
}
