package io.errortracker.store;

import io.errortracker.issue.Change;
import java.util.List;

/**
 * What the pipeline records. Called by one thread at a time, never by a thread of the host's.
 *
 * @since 0.1.0
 */
public interface EventRecorder {

    /**
     * Records a batch in one database transaction: all of it or nothing. Recording an event id a second time changes nothing.
     *
     * @return a change for each event that was new, in the order of the batch
     * @throws StoreUnavailableException when the store cannot be written now; the same batch may be offered again
     */
    List<Change> record(Batch batch);

    /** How much room there is for what comes next. Any thread; costs nothing. */
    default Room room() {
        return Room.PLENTY;
    }
}
