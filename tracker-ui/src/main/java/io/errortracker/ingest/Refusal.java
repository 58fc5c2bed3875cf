package io.errortracker.ingest;

/** A request that is not taken, and why. Never holds anything of the request. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String reason;

    Refusal(int status, String reason) {
        super(reason, null, false, false);
        this.status = status;
        this.reason = reason;
    }

    static Refusal malformed(String reason) {
        return new Refusal(400, reason);
    }

    static Refusal tooLarge(String reason) {
        return new Refusal(413, reason);
    }

    /** The same for every way of not being let in, so that nothing can be learnt from it. */
    static Refusal forbidden() {
        return new Refusal(403, "the key, the project or the origin is not allowed");
    }

    int status() {
        return status;
    }

    String reason() {
        return reason;
    }
}
