package io.errortracker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.SteppedClock;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.Level;
import io.errortracker.health.DropReason;
import io.errortracker.health.SelfHealth;
import io.errortracker.issue.Change;
import io.errortracker.issue.Fingerprint;
import io.errortracker.issue.GroupedEvent;
import io.errortracker.issue.Issue;
import io.errortracker.issue.IssueStatus;
import io.errortracker.queue.Settled;
import io.errortracker.store.Batch;
import io.errortracker.store.EventRecorder;
import io.errortracker.store.Room;
import io.errortracker.store.StoreUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PipelineTest {
    private static final Instant EARLIER = Instant.parse("2026-11-23T10:00:00Z");

    private final SteppedClock clock = new SteppedClock(EARLIER);
    private final SelfHealth health = new SelfHealth(clock, System.getLogger("io.errortracker.test"));
    private final List<String> order = new ArrayList<>();
    private final List<Batch> recorded = new ArrayList<>();
    private final List<Change> told = new ArrayList<>();
    private boolean storeIsDown;
    private Room room = Room.PLENTY;

    private Function<ErrorEvent, DropReason> noise = event -> null;
    private UnaryOperator<ErrorEvent> scrub = event -> event;
    private Stages.Hook hook = Stages.Hook.NONE;
    private @Nullable DropReason onlyCounted;

    @Test
    void an_event_goes_through_the_stages_in_their_order() {
        hook = (event, original) -> {
            order.add("hook sees " + event.message());
            return event.with(changed -> changed.message("hook"));
        };
        scrub = event -> {
            order.add("scrub " + event.message());
            return event;
        };

        pipeline().accept(List.of(item("made")), false);

        assertThat(order)
                .containsExactly(
                        "limits made",
                        "noise made",
                        "scrub made",
                        "hook sees made",
                        "limits hook",
                        "scrub hook",
                        "group hook");
        assertThat(recorded).singleElement().satisfies(batch -> assertThat(batch.events())
                .hasSize(1));
        assertThat(told).hasSize(1);
        assertThat(health.storedCount()).isEqualTo(1);
    }

    @Test
    void noise_is_counted_and_neither_scrubbed_nor_shown_to_the_hook() {
        noise = event -> DropReason.CLIENT_ERROR;

        pipeline().accept(List.of(item("4xx")), false);

        assertThat(order).containsExactly("limits 4xx", "noise 4xx");
        assertThat(health.drops()).containsEntry(DropReason.CLIENT_ERROR, 1L);
        assertThat(recorded).isEmpty();
    }

    @Test
    void a_hook_that_returns_null_drops_the_event() {
        hook = (event, original) -> null;

        pipeline().accept(List.of(item("x")), false);

        assertThat(health.drops()).containsOnlyKeys(DropReason.BEFORE_SEND);
    }

    @Test
    void a_hook_that_throws_drops_the_event_and_not_its_neighbours() {
        hook = (event, original) -> {
            if ("bad".equals(event.message())) {
                throw new IllegalStateException("hook");
            }
            return event;
        };

        pipeline().accept(List.of(item("good"), item("bad"), item("fine")), false);

        assertThat(health.drops()).containsOnlyKeys(DropReason.BEFORE_SEND_FAILED);
        assertThat(health.storedCount()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_scrubbed_is_not_stored() {
        scrub = event -> {
            throw new StackOverflowError();
        };

        pipeline().accept(List.of(item("secret")), false);

        assertThat(recorded).isEmpty();
        assertThat(health.drops()).containsOnlyKeys(DropReason.SCRUB_FAILED);
    }

    @ParameterizedTest
    @EnumSource(names = {"STORM_LIMIT", "QUOTA"})
    void beyond_a_limit_only_the_counters_move_and_the_limit_is_named(DropReason limit) {
        onlyCounted = limit;

        pipeline().accept(List.of(item("again")), false);

        assertThat(recorded).singleElement().satisfies(batch -> {
            assertThat(batch.events()).isEmpty();
            assertThat(batch.countedOnly()).hasSize(1);
        });
        assertThat(health.drops()).containsExactly(Map.entry(limit, 1L));
    }

    @Test
    void an_item_that_cannot_be_made_is_counted() {
        pipeline()
                .accept(
                        List.of(new Settled<>(() -> {
                            throw new OutOfMemoryError("not really");
                        })),
                        false);

        assertThat(health.drops()).containsOnlyKeys(DropReason.INTERNAL_ERROR);
    }

    @Test
    void a_batch_that_cannot_be_written_is_kept_and_tried_again_with_back_off() {
        storeIsDown = true;
        Pipeline pipeline = pipeline();
        pipeline.accept(List.of(item("kept")), false);

        assertThat(pipeline.isDone()).isFalse();
        assertThat(pipeline.blockedBy()).isEqualTo(DropReason.DISK_FULL);

        storeIsDown = false;
        assertThat(pipeline.isDone()).as("not before the back-off is over").isFalse();
        clock.pass(Duration.ofSeconds(10));

        assertThat(pipeline.isDone()).isTrue();
        assertThat(pipeline.blockedBy()).isNull();
        assertThat(recorded).singleElement().satisfies(batch -> assertThat(batch.events())
                .hasSize(1));
        assertThat(health.storedCount()).isEqualTo(1);
    }

    @Test
    void what_was_never_written_is_told_when_it_is_given_up() {
        storeIsDown = true;
        Pipeline pipeline = pipeline();
        pipeline.accept(List.of(item("a"), item("b")), false);

        assertThat(pipeline.abandon()).isEqualTo(2);
        assertThat(pipeline.isDone()).isTrue();
    }

    @Test
    void a_poll_without_events_leaves_what_could_not_be_written() {
        storeIsDown = true;
        Pipeline pipeline = pipeline();
        pipeline.accept(List.of(item("kept")), false);
        storeIsDown = false;

        pipeline.accept(List.of(), false);
        clock.pass(Duration.ofSeconds(10));

        assertThat(pipeline.isDone()).isTrue();
        assertThat(health.storedCount()).isEqualTo(1);
    }

    @Test
    void while_room_is_scarce_one_event_of_an_issue_is_stored_in_five_seconds_and_the_others_are_counted() {
        room = Room.SCARCE;
        Pipeline pipeline = pipeline();
        pipeline.accept(List.of(item("a"), item("b")), false);
        pipeline.accept(List.of(item("c"), item("d"), item("e")), false);
        clock.pass(Duration.ofSeconds(5));
        pipeline.accept(List.of(), false);

        assertThat(recorded).hasSize(2);
        assertThat(recorded.get(0).events()).hasSize(1);
        assertThat(recorded.get(0).tallies()).containsExactly(new Batch.Tally("f", EARLIER, 1));
        assertThat(recorded.get(1).events()).hasSize(1);
        assertThat(recorded.get(1).tallies()).containsExactly(new Batch.Tally("f", EARLIER, 2));
        assertThat(health.storedCount()).isEqualTo(2);
        assertThat(health.drops()).containsExactly(Map.entry(DropReason.STORE_FULL, 3L));
    }

    @Test
    void what_was_held_back_is_written_when_there_is_room_or_at_the_end() {
        room = Room.SCARCE;
        Pipeline pipeline = pipeline();
        pipeline.accept(List.of(item("a")), false);
        pipeline.accept(List.of(item("b")), false);
        onlyCounted = DropReason.STORM_LIMIT;
        pipeline.accept(List.of(item("c")), false);
        assertThat(recorded).hasSize(1);

        assertThat(pipeline.abandon()).isZero();

        assertThat(recorded.get(1).events()).hasSize(1);
        assertThat(recorded.get(1).tallies()).containsExactly(new Batch.Tally("f", EARLIER, 1));
        assertThat(health.drops()).containsExactly(Map.entry(DropReason.STORM_LIMIT, 1L));
    }

    private Pipeline pipeline() {
        Stages stages = new Stages(
                event -> {
                    order.add("noise " + event.message());
                    return noise.apply(event);
                },
                event -> {
                    order.add("limits " + event.message());
                    return event;
                },
                event -> scrub.apply(event),
                (event, original) -> hook.apply(event, original),
                event -> {
                    order.add("group " + event.message());
                    return new GroupedEvent(event, new Fingerprint("f", 1, List.of()), "Message", "", null);
                },
                fingerprint -> onlyCounted,
                event -> {},
                now -> List.of());
        return new Pipeline(stages, new Store(), item -> null, told::addAll, health, clock);
    }

    private final class Store implements EventRecorder {
        @Override
        public List<Change> record(Batch batch) {
            if (storeIsDown) {
                throw new StoreUnavailableException(DropReason.DISK_FULL, "disk full", new IOException("no space"));
            }
            recorded.add(batch);
            return batch.events().stream()
                    .map(event -> (Change) new Change.FirstSeen(issue(), event))
                    .toList();
        }

        @Override
        public Room room() {
            return room;
        }
    }

    private static Issue issue() {
        Instant now = Instant.EPOCH;
        return new Issue(
                1,
                "S-1",
                "f",
                1,
                "Message",
                "",
                null,
                null,
                Level.INFO,
                "java",
                IssueStatus.UNRESOLVED,
                false,
                now,
                now,
                null,
                null,
                1,
                0,
                null);
    }

    private Settled<ErrorEvent> item(String message) {
        return new Settled<>(() -> ErrorEvent.builder(ErrorEvent.newId(), clock.instant())
                .message(message)
                .build());
    }
}
