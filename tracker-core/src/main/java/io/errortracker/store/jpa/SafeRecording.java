package io.errortracker.store.jpa;

import io.errortracker.health.DropReason;
import io.errortracker.health.SelfHealth;
import io.errortracker.issue.Change;
import io.errortracker.issue.GroupedEvent;
import io.errortracker.store.Batch;
import io.errortracker.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Records a batch at once; where one event in it cannot be stored, the others are, one by one. */
final class SafeRecording {
    private final Function<Batch, List<Change>> once;
    private final SelfHealth health;

    SafeRecording(Function<Batch, List<Change>> once, SelfHealth health) {
        this.once = once;
        this.health = health;
    }

    List<Change> record(Batch batch) {
        try {
            return once.apply(batch);
        } catch (StoreUnavailableException later) {
            throw later;
        } catch (RuntimeException failure) {
            health.failed("recording a batch", failure);
            return oneByOne(batch);
        }
    }

    private List<Change> oneByOne(Batch batch) {
        List<Change> changes = new ArrayList<>();
        for (GroupedEvent event : batch.events()) {
            if (!tryOne(new Batch(List.of(event), List.of(), List.of()), changes)) {
                // whoever gave the batch counts all of it as stored
                health.stored(-1);
                health.dropped(DropReason.INTERNAL_ERROR);
            }
        }
        for (GroupedEvent event : batch.countedOnly()) {
            tryOne(new Batch(List.of(), List.of(event), List.of()), changes);
        }
        for (Batch.Tally tally : batch.tallies()) {
            tryOne(new Batch(List.of(), List.of(), List.of(tally)), changes);
        }
        return changes;
    }

    private boolean tryOne(Batch one, List<Change> changes) {
        try {
            changes.addAll(once.apply(one));
            return true;
        } catch (StoreUnavailableException later) {
            throw later;
        } catch (RuntimeException failure) {
            health.failed("recording an event", failure);
            return false;
        }
    }
}
