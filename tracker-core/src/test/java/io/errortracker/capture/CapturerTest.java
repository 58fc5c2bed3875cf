package io.errortracker.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.errortracker.event.Breadcrumb;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.Level;
import io.errortracker.event.Request;
import io.errortracker.event.User;
import io.errortracker.health.DropReason;
import io.errortracker.health.SelfHealth;
import io.errortracker.queue.Deferred;
import io.errortracker.queue.HandOver;
import io.errortracker.queue.Worker;
import io.errortracker.scope.Scope;
import io.errortracker.scope.Scopes;
import io.errortracker.scope.Surroundings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CapturerTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Sighting MANUAL = Sighting.of("manual", true);

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final SelfHealth health = new SelfHealth(clock, System.getLogger("io.errortracker.test"));
    private final HandOver<ErrorEvent> queue = new HandOver<>(8, 1_000_000);
    private final Scopes scopes = new Scopes();
    private final Reentrancy reentrancy = new Reentrancy();
    private final AppFacts app = new AppFacts(
            "test", "1.4.2", null, "node-1", Map.of(), className -> className.startsWith("io.errortracker.capture."));
    private final Capturer capturer = capturer(Admission.ALL);

    private Capturer capturer(Admission admission) {
        return new Capturer(
                queue,
                scopes,
                new EventMaker(app, exception -> exception),
                admission,
                reentrancy,
                health,
                clock,
                () -> false,
                () -> null);
    }

    @Test
    void how_the_transaction_stood_at_the_throw_is_told_and_not_how_it_stands_where_the_failure_is_seen() {
        IllegalStateException root = new IllegalStateException("root");
        scopes.bind(new Scope(Surroundings.NONE));
        capturer.noteTransaction(root, Map.of("status", "active", "rolls_back", true));
        capturer.noteTransaction(new RuntimeException(root), Map.of("status", "marked for rollback"));

        capturer.capture(
                new RuntimeException(root),
                Sighting.of("cdi", false).contexts(Map.of("jta", Map.of("status", "none"))));
        scopes.restore(null);

        assertThat(onlyEvent().contexts().get("jta")).isEqualTo(Map.of("status", "active", "rolls_back", true));
    }

    @Test
    void the_transaction_of_one_failure_is_not_told_of_another() {
        scopes.bind(new Scope(Surroundings.NONE));
        capturer.noteTransaction(new IllegalStateException("swallowed"), Map.of("status", "active"));

        capturer.capture(new IllegalStateException("other"), Sighting.of("cdi", false));
        scopes.restore(null);

        assertThat(onlyEvent().contexts()).doesNotContainKey("jta");
    }

    @Test
    void a_captured_exception_becomes_an_event_with_its_chain_and_the_facts_of_the_application() {
        String id = capturer.capture(new IllegalStateException("outer", new RuntimeException("root")), MANUAL);

        ErrorEvent event = onlyEvent();
        assertThat(event.id()).isEqualTo(id).matches("[0-9a-f]{32}");
        assertThat(event.timestamp()).isEqualTo(NOW);
        assertThat(event.release()).isEqualTo("1.4.2");
        assertThat(event.environment()).isEqualTo("test");
        assertThat(event.exceptions())
                .extracting(exception -> exception.qualifiedType() + ": " + exception.value())
                .containsExactly("java.lang.IllegalStateException: outer", "java.lang.RuntimeException: root");
        assertThat(event.exceptions().get(0).frames().get(0).inApp()).isTrue();
        assertThat(event.exceptions().get(0).mechanism().type()).isEqualTo("manual");
        assertThat(event.exceptions().get(0).isA("RuntimeException")).isTrue();
        assertThat(event.exceptions().get(0).isA("java.lang.Error")).isFalse();
        assertThat(event.threadName()).isEqualTo(Thread.currentThread().getName());
    }

    @Test
    void one_failure_seen_by_several_layers_is_one_event_to_which_each_adds_what_it_knows() {
        Scope scope = new Scope(Surroundings.NONE);
        scopes.bind(scope);
        RuntimeException root = failureOf("charge");
        CallFrame call = new CallFrame(CapturerTest.class.getName(), "failureOf", Map.of("name", "charge"));

        String first = capturer.capture(root, Sighting.of("cdi", null).call(call));
        String second = capturer.capture(
                new IllegalStateException("wrapped", root),
                Sighting.of("servlet", false).contexts(Map.of("jta", Map.of("status", "rolled back"))));
        scope.close(500);

        assertThat(second).isEqualTo(first);
        ErrorEvent event = onlyEvent();
        assertThat(event.exceptions()).hasSize(1);
        assertThat(event.exceptions().get(0).mechanism().handled()).isFalse();
        assertThat(event.exceptions().get(0).frames().get(0).variables()).containsExactly(entry("name", "charge"));
        assertThat(event.context("jta", "status")).isEqualTo("rolled back");
        assertThat(event.context("response", "status_code")).isEqualTo(500);
        assertThat(health.capturedCount()).isEqualTo(1);
    }

    @Test
    void the_same_object_thrown_in_another_request_is_another_event() {
        RuntimeException preallocated = new RuntimeException("shared");

        for (int i = 0; i < 2; i++) {
            Scope scope = new Scope(Surroundings.NONE);
            scopes.bind(scope);
            capturer.capture(preallocated, Sighting.of("servlet", false));
            scope.close(500);
        }

        assertThat(events()).hasSize(2);
    }

    @Test
    void the_same_code_that_fails_again_for_another_layer_of_the_same_request_is_one_event() {
        RuntimeException repeated = failureOf("response filter");
        scopes.bind(new Scope(Surroundings.NONE));
        for (String mechanism : List.of("jaxrs", "servlet")) {
            capturer.capture(
                    new RuntimeException(repeated = failureOf("response filter")), Sighting.of(mechanism, null));
        }
        scopes.restore(null);
        capturer.capture(repeated, Sighting.of("logging", null));

        assertThat(events()).hasSize(1);
    }

    @Test
    void what_a_server_logs_within_a_request_and_after_it_is_one_event_and_the_next_request_has_its_own() {
        RuntimeException preallocated = failureOf("forwarded");
        for (int request = 0; request < 2; request++) {
            scopes.bind(new Scope(Surroundings.NONE));
            capturer.capture(preallocated, Sighting.of("logging", null));
            capturer.capture(preallocated, Sighting.of("servlet", false));
            scopes.restore(null);
            capturer.capture(preallocated, Sighting.of("logging", null));
            capturer.capture(preallocated, Sighting.of("logging", null));
        }

        assertThat(events()).hasSize(2);
    }

    @Test
    void the_same_code_that_fails_again_is_another_event_when_the_same_layer_sees_it_or_another_request_has_it() {
        for (String mechanism : List.of("jaxrs", "jaxrs", "servlet")) {
            scopes.bind(new Scope(Surroundings.NONE));
            capturer.capture(failureOf("once"), Sighting.of(mechanism, null));
        }
        capturer.capture(failureOf("another"), Sighting.of("jaxrs", null));

        assertThat(events()).hasSize(4);
    }

    @Test
    void a_failure_that_wanders_from_a_background_thread_into_a_request_is_one_event() {
        RuntimeException root = failureOf("background");
        capturer.capture(root, Sighting.of("ejb", false));
        scopes.bind(new Scope(Surroundings.NONE));
        capturer.capture(new RuntimeException("get failed", root), Sighting.of("servlet", false));

        assertThat(events()).hasSize(1);
    }

    @Test
    void an_answer_below_500_means_that_the_application_dealt_with_what_only_an_interceptor_saw() {
        Scope scope = new Scope(Surroundings.NONE);
        scopes.bind(scope);
        capturer.capture(failureOf("mapped"), Sighting.of("cdi", null));
        scope.close(200);

        assertThat(onlyEvent().exceptions().get(0).mechanism().handled()).isTrue();
    }

    @Test
    void the_scope_tells_user_request_tags_and_breadcrumbs() {
        Scope scope = new Scope(new Surroundings() {
            @Override
            public Request request() {
                return new Request("GET", "http://shop/orders/7", null, Map.of());
            }

            @Override
            public User user() {
                return User.withUsername("jo");
            }
        });
        scope.nameEntryPoint("GET /orders/{id}");
        scope.setTag("section", "checkout");
        scopes.bind(scope);
        capturer.addBreadcrumb(Breadcrumb.of("cart", "added"));
        capturer.capture(failureOf("x"), MANUAL.details(event -> event.extra("orderId", 7L)
                .level(Level.WARNING)));

        ErrorEvent event = onlyEvent();
        assertThat(event.transaction()).isEqualTo("GET /orders/{id}");
        assertThat(event.user().username()).isEqualTo("jo");
        assertThat(event.request().url()).isEqualTo("http://shop/orders/7");
        assertThat(event.tags()).containsEntry("section", "checkout");
        assertThat(event.extra()).containsEntry("orderId", 7L);
        assertThat(event.level()).isEqualTo(Level.WARNING);
        assertThat(event.breadcrumbs()).singleElement().satisfies(crumb -> assertThat(crumb.timestamp())
                .isEqualTo(NOW));
    }

    @Test
    void a_user_set_to_null_hides_who_is_signed_in() {
        Scope scope = new Scope(new Surroundings() {
            @Override
            public User user() {
                return User.withUsername("jo");
            }
        });
        scope.setUser(null);
        scopes.bind(scope);
        capturer.capture(failureOf("x"), MANUAL);

        assertThat(onlyEvent().user()).isNull();
    }

    @Test
    void a_container_that_throws_when_asked_costs_the_detail_not_the_event() {
        scopes.bind(new Scope(new Surroundings() {
            @Override
            public Request request() {
                throw new IllegalStateException("request is recycled");
            }
        }));
        capturer.capture(failureOf("x"), MANUAL);

        assertThat(onlyEvent().request()).isNull();
        assertThat(health.lastFailure().doing()).contains("request");
    }

    @Test
    void capturing_while_capturing_is_counted_and_nothing_else() {
        capturer.capture(failureOf("outer"), MANUAL.details(event -> capturer.capture(failureOf("inner"), MANUAL)));

        assertThat(events()).hasSize(1);
        assertThat(health.droppedCount(DropReason.RECURSION)).isEqualTo(1);
    }

    @Test
    void details_that_throw_are_noted_in_the_event() {
        capturer.capture(failureOf("x"), MANUAL.details(event -> {
            throw new IllegalArgumentException("mine");
        }));

        assertThat(onlyEvent().tags()).containsEntry("details_failed", "java.lang.IllegalArgumentException");
    }

    @Test
    void a_storm_is_turned_away_before_frames_are_touched() {
        Untouchable failure = new Untouchable();

        String id = capturer((thrown, root, entryPoint) -> false).capture(failure, MANUAL);

        assertThat(id).isEmpty();
        assertThat(failure.touched).isFalse();
        assertThat(health.droppedCount(DropReason.STORM_LIMIT)).isEqualTo(1);
    }

    @Test
    void in_a_flood_everything_captured_is_either_handed_over_or_counted_as_dropped() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread thread = new Thread(() -> {
                for (int n = 0; n < 5_000; n++) {
                    capturer.capture(new RuntimeException("unique " + n), MANUAL);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(health.capturedCount()).isEqualTo(40_000);
        assertThat(queue.size() + health.droppedCount(DropReason.QUEUE_FULL)).isEqualTo(40_000);
    }

    private static RuntimeException failureOf(String name) {
        return new RuntimeException(name);
    }

    private ErrorEvent onlyEvent() {
        List<ErrorEvent> events = events();
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    /** What the worker would make of what was handed over. */
    private List<ErrorEvent> events() {
        List<ErrorEvent> events = new ArrayList<>();
        Worker<ErrorEvent> worker = new Worker<>(
                queue,
                new Worker.Sink<>() {
                    @Override
                    public void accept(List<Deferred<ErrorEvent>> batch, boolean more) {
                        batch.forEach(item -> events.add(item.make()));
                    }

                    @Override
                    public boolean isDone() {
                        return true;
                    }
                },
                Worker.Pace.DEFAULT,
                Thread::new,
                (doing, failure) -> {
                    throw new AssertionError(failure);
                });
        worker.start();
        worker.stop(Duration.ofSeconds(20));
        return events;
    }

    private static final class Untouchable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private boolean touched;

        @Override
        public StackTraceElement[] getStackTrace() {
            touched = true;
            return super.getStackTrace();
        }
    }
}
