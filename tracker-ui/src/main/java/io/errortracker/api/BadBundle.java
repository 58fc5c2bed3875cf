package io.errortracker.api;

/** An uploaded bundle cannot be used. The message is the end of "the bundle cannot be used: ...". */
final class BadBundle extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadBundle(String reason) {
        super(reason, null, false, false);
    }
}
