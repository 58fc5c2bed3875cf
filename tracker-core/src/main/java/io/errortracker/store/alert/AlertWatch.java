package io.errortracker.store.alert;

import java.time.Instant;
import java.util.List;

/**
 * Looks at what a batch did to its issues and decides what is worth telling, in the transaction that records the batch: an alert is
 * stored with the events that fired it, or neither is.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface AlertWatch {
    /** Nothing is worth telling. */
    AlertWatch NONE = (news, now, memory) -> {};

    /**
     * Called by the writer's thread after the batch was written, before it is committed. Must not send anything.
     *
     * @param news one for each issue that the batch touched
     * @param now when the batch is recorded
     * @param memory valid until this returns
     */
    void consider(List<IssueNews> news, Instant now, AlertMemory memory);
}
