package io.errortracker.store;

import java.util.Optional;

/**
 * What people set on the pages, by name. Thread-safe; as quick as a look at a page.
 *
 * <p>Every method throws {@link StoreUnavailableException} when the store cannot be read or written now.
 *
 * @since 0.1.0
 */
public interface KeptSettings {

    /** @param name at most 64 characters */
    Optional<String> setting(String name);

    /** Keeps it in place of what was set before. @param content at most 4,000 characters */
    void keep(String name, String content);

    /** Keeps it when nothing was set before. @return what is set now */
    String keepFirst(String name, String content);
}
