package io.errortracker.store;

import io.errortracker.health.DropReason;

/**
 * The store cannot be read or written now. It tries to open again by itself.
 *
 * @since 0.1.0
 */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final DropReason reason;

    /** @param reason under which events that cannot wait are counted: {@code STORE_UNAVAILABLE} or {@code DISK_FULL} */
    public StoreUnavailableException(DropReason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public DropReason reason() {
        return reason;
    }
}
