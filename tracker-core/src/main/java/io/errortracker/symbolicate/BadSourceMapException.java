package io.errortracker.symbolicate;

/**
 * A source map cannot be used. The message says why, for people, on one line and without foreign text.
 *
 * @since 0.1.0
 */
public final class BadSourceMapException extends Exception {
    private static final long serialVersionUID = 1L;

    BadSourceMapException(String reason) {
        super(reason, null, false, false);
    }

    /** Why it cannot be used, as the end of "it cannot be used: ...". */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
