package org.flywaydb.core.extensibility;

/**
 * Flyway's own interface of this name without its method {@code copy}, which writes an extension to JSON and reads it
 * back with Jackson, each time Flyway is given a configuration. Here the copy is the extension itself, as for every
 * other plugin: the tracker never changes one.
 */
public interface ConfigurationExtension extends Plugin {
    String getNamespace();

    @Deprecated
    default void extractParametersFromConfiguration(java.util.Map<String, String> configuration) {}

    String getConfigurationParameterFromEnvironmentVariable(String environmentVariable);

    default boolean isStub() {
        return false;
    }
}
