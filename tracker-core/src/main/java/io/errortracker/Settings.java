package io.errortracker;

import java.util.Optional;

/**
 * Where configuration values come from.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Settings {

    /** The value set for a key; empty when none is. */
    Optional<Setting> find(String key);

    /**
     * A value and where it is from.
     *
     * @param insideDeployment whether it lies in a file of the deployment, where a secret must not be
     */
    record Setting(String value, boolean insideDeployment) {}
}
