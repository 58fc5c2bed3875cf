package io.errortracker.scope;

import io.errortracker.event.Request;
import io.errortracker.event.User;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an entry point can tell about itself when something fails. Asked on the failing thread, and only then: a request that does
 * not fail never pays for it. Implementations copy values and must not read bodies or parameters.
 *
 * @since 0.1.0
 */
public interface Surroundings {

    /** Tells nothing. */
    Surroundings NONE = new Surroundings() {};

    /** The request; null outside one. */
    default @Nullable Request request() {
        return null;
    }

    /** Who is signed in; null when nobody is known. */
    default @Nullable User user() {
        return null;
    }

    /** The entry point in the application's own terms, if no better name is found; null when unknown. */
    default @Nullable String entryPoint() {
        return null;
    }

    /** Contexts to add, by name. */
    default Map<String, Map<String, Object>> contexts() {
        return Map.of();
    }
}
