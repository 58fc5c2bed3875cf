package io.errortracker.store.jpa;

/** Alerts could not be considered; the batch is recorded without them. */
final class AlertingFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RuntimeException why;

    AlertingFailed(RuntimeException why) {
        super(why);
        this.why = why;
    }

    RuntimeException why() {
        return why;
    }
}
