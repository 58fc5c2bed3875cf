package io.errortracker.store.jpa;

import io.errortracker.health.DropReason;
import io.errortracker.health.SelfHealth;
import io.errortracker.issue.Change;
import java.util.List;

/**
 * What became of a batch.
 *
 * @param database where it is
 * @param stored events
 * @param bytes of their payloads
 * @param withoutRoom events that were counted only, because there was no room
 */
record Recorded(Database database, List<Change> changes, int stored, long bytes, int withoutRoom) {

    /** Puts right that whoever gave the batch counts all of it as stored. */
    void tell(SelfHealth health) {
        health.stored(-withoutRoom);
        health.dropped(DropReason.STORE_FULL, withoutRoom);
    }
}
