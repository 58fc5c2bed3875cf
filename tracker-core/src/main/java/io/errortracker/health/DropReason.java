package io.errortracker.health;

import java.util.Locale;

/**
 * Why an event was not stored. Every event that is captured is either stored or counted under exactly one of these.
 *
 * @since 0.1.0
 */
public enum DropReason {
    /** The queue to the writer was full. */
    QUEUE_FULL("the writer could not keep up"),
    /** More of one kind than the storm limit allows; the counters still move. */
    STORM_LIMIT("more of one kind than the storm limit; counted in the issue"),
    /** More in an hour than the quota allows; the counters still move. */
    QUOTA("more in an hour than the quota; counted in the issue"),
    /** The store has reached its limit of bytes; the counters still move. */
    STORE_FULL("no room for it below the store's limit; counted in the issue"),
    /** Lost the draw of {@code tracker.sample-rate}. */
    SAMPLE_RATE("not in the sample"),
    /** An ignore rule matched. */
    IGNORE_RULE("matched an ignore rule"),
    /** A {@code BeforeSend} returned null. */
    BEFORE_SEND("dropped by a BeforeSend"),
    /** A {@code BeforeSend} threw; it fails closed. */
    BEFORE_SEND_FAILED("a BeforeSend threw"),
    /** The answer was a 4xx: the client's fault, not the application's. */
    CLIENT_ERROR("answered with a 4xx status"),
    /** The client went away while the answer was being written. */
    CLIENT_ABORT("the client went away"),
    /** It happened on a path that only asks whether the application is well. */
    HEALTH_CHECK("on a health-check path"),
    /** A search engine's robot or a scanner asked. */
    BOT("asked for by a bot"),
    /** It happened on the tracker's own pages. */
    OWN_PAGE("on the tracker's own pages"),
    /** Scrubbing failed as a whole; nothing unscrubbed is written. */
    SCRUB_FAILED("could not be scrubbed"),
    /** The store could not be written for too long. */
    STORE_UNAVAILABLE("the store could not be written"),
    /** The disk was full. */
    DISK_FULL("the disk was full"),
    /** Captured while the tracker itself was at work on this thread. */
    RECURSION("captured while capturing"),
    /** The tracker itself failed. */
    INTERNAL_ERROR("the tracker itself failed"),
    /** Still queued when the application stopped and the writer ran out of time. */
    SHUTDOWN("still queued at shutdown");

    private final String explanation;

    DropReason(String explanation) {
        this.explanation = explanation;
    }

    /** The word used in JSON and in metrics: {@code queue_full}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Half a sentence for people. */
    public String explanation() {
        return explanation;
    }
}
