package io.errortracker.pipeline;

import io.errortracker.event.ErrorEvent;
import io.errortracker.health.DropReason;
import io.errortracker.issue.GroupedEvent;
import io.errortracker.store.Batch;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the pipeline does with an event, stage by stage. Each is only called by the worker.
 *
 * @param noise why an event is not worth storing; null for one that is
 * @param limits cuts an event to its caps
 * @param scrub removes secrets; run before and after the hook
 * @param hook the application's {@code BeforeSend} beans
 * @param group says which issue an event belongs to
 * @param onlyCounted why one more event of the issue of this fingerprint only moves the counters; null for one that is stored
 * @param learn is told each event's fingerprint, so that events dropped on the failing thread can be counted for its issue
 * @param tallies takes what was dropped on failing threads since the last call
 * @since 0.1.0
 */
public record Stages(
        Function<ErrorEvent, @Nullable DropReason> noise,
        UnaryOperator<ErrorEvent> limits,
        UnaryOperator<ErrorEvent> scrub,
        Hook hook,
        Function<ErrorEvent, GroupedEvent> group,
        Function<String, @Nullable DropReason> onlyCounted,
        Consumer<GroupedEvent> learn,
        Function<Instant, List<Batch.Tally>> tallies) {

    /** The application's say before an event is stored. */
    @FunctionalInterface
    public interface Hook {
        /** Keeps every event as it is. */
        Hook NONE = (event, original) -> event;

        /**
         * @param original what was thrown; null when it was not kept
         * @return the event to keep; null to drop it
         */
        @Nullable
        ErrorEvent apply(ErrorEvent event, @Nullable Throwable original);
    }
}
