package io.errortracker.store.jpa;

/** A database could not be opened. */
final class OpeningFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final Trouble trouble;

    OpeningFailed(Trouble trouble, Throwable cause) {
        super(cause);
        this.trouble = trouble;
    }

    Trouble trouble() {
        return trouble;
    }
}
