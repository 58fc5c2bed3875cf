package io.errortracker;

/**
 * A configuration value that breaks its rule. It stops the tracker, never the application.
 *
 * @since 0.1.0
 */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param problem the end of a sentence that begins with key and value */
    public ConfigException(ConfigKey<?> key, String value, String problem) {
        super(key.name() + " is '" + (key.secret() ? "[not shown]" : value) + "', but " + problem);
    }
}
