package io.errortracker.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.entry;

import com.example.cdi.Orders;
import io.errortracker.BeforeSend;
import io.errortracker.ErrorTracker;
import io.errortracker.RunningTracker;
import io.errortracker.capture.ArgumentRenderer;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.StackFrame;
import io.errortracker.scope.Scope;
import io.errortracker.scope.Scopes;
import io.errortracker.scope.Surroundings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.AsyncResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the extension does in every CDI container. */
@Timeout(60)
abstract class TrackerExtensionContract {
    private SeContainer container;
    private RunningTracker running;

    abstract SeContainerInitializer containers();

    @BeforeEach
    void start() {
        container = containers()
                .disableDiscovery()
                .addExtensions(new TrackerExtension())
                .addBeanClasses(
                        Orders.Service.class,
                        Orders.Resource.class,
                        Orders.WithFinalMethod.class,
                        Orders.Final.class,
                        Orders.WithPrivateConstructor.class,
                        Orders.Constructed.class,
                        Orders.Listener.class,
                        Orders.Mapper.class,
                        First.class,
                        Last.class,
                        Anywhere.class)
                .initialize();
        running = RunningTracker.start();
    }

    @AfterEach
    void stop() {
        running.close();
        container.close();
    }

    @Test
    void what_a_tracked_bean_throws_is_captured_with_its_arguments_and_goes_on_unchanged() {
        Orders.Service service = container.select(Orders.Service.class).get();

        Throwable thrown = catchThrowable(() -> service.place(42, "4111 1111 1111 1111"));

        assertThat(thrown).isExactlyInstanceOf(IllegalStateException.class).hasMessage("order 42");
        ErrorEvent event = running.onlyEvent();
        assertThat(event.exceptions().get(0).mechanism().type()).isEqualTo("cdi");
        assertThat(event.transaction()).isEqualTo("Service.place");
        StackFrame frame = frame(event, Orders.Service.class, "place");
        assertThat(frame.variables()).containsExactly(entry("id", 42L), entry("card", ArgumentRenderer.HIDDEN));
    }

    @Test
    void the_very_same_throwable_comes_out_again() {
        Throwable error = new NoClassDefFoundError("com/example/Missing");

        assertThatThrownBy(() -> service().call(() -> {
                    throw (Error) error;
                }))
                .isSameAs(error);
        Exception checked = new IOException("checked");
        assertThatThrownBy(() -> service().call(() -> {
                    throw checked;
                }))
                .isSameAs(checked);
        assertThat(running.events()).hasSize(2);
    }

    @Test
    void a_resource_needs_no_mark_and_cookies_headers_and_secret_names_are_never_shown() {
        inRequest(() -> {
            Orders.Resource resource = container.select(Orders.Resource.class).get();
            assertThatThrownBy(() -> resource.find(7, "k-123", 99)).isInstanceOf(IOException.class);
        });

        ErrorEvent event = running.onlyEvent();
        assertThat(event.exceptions().get(0).mechanism().type()).isEqualTo("jaxrs");
        assertThat(frame(event, Orders.Resource.class, "find").variables())
                .containsExactly(
                        entry("id", 7L),
                        entry("key", ArgumentRenderer.HIDDEN),
                        entry("basket", ArgumentRenderer.HIDDEN));
    }

    @Test
    void what_a_resource_fails_with_later_belongs_to_its_request() throws Exception {
        Scope request = new Scope(Surroundings.NONE);
        request.nameEntryPoint("GET /orders");
        CompletableFuture<String> answer = new CompletableFuture<>();
        AtomicReference<Throwable> told = new AtomicReference<>();
        running.tracker().scopes().bind(request);
        inRequest(() -> {
            CompletionStage<String> returned = resource().later(answer);
            returned.whenComplete((value, failure) -> told.set(failure));
        });
        running.tracker().scopes().restore(null);

        IOException failure = new IOException("too late");
        Thread other = new Thread(() -> answer.completeExceptionally(failure));
        other.start();
        other.join();

        assertThat(told.get()).isSameAs(failure);
        assertThat(running.onlyEvent().transaction()).isEqualTo("GET /orders");
        assertThat(running.tracker().scopes().current()).isNull();
    }

    @Test
    void what_a_suspended_answer_is_resumed_with_elsewhere_belongs_to_its_request() throws Exception {
        Scope request = new Scope(Surroundings.NONE);
        request.nameEntryPoint("GET /orders/suspended");
        Resumed resumed = new Resumed();
        running.tracker().scopes().bind(request);
        inRequest(() -> resource().suspend(resumed.answer(running.tracker().scopes())));
        running.tracker().scopes().restore(null);

        IOException failure = new IOException("too late");
        Thread other = new Thread(() -> Orders.Resource.suspended.resume(failure));
        other.start();
        other.join();

        assertThat(resumed.with).isSameAs(failure);
        assertThat(resumed.in).isSameAs(request);
        ErrorEvent event = running.onlyEvent();
        assertThat(event.transaction()).isEqualTo("GET /orders/suspended");
        assertThat(event.exceptions().get(0).mechanism().type()).isEqualTo("jaxrs");
        assertThat(Orders.Resource.suspended.isDone()).isTrue();
    }

    /** Notes what a suspended answer is resumed with, and in which scope. */
    private static final class Resumed {
        private @Nullable Object with;
        private @Nullable Scope in;

        AsyncResponse answer(Scopes scopes) {
            ClassLoader loader = AsyncResponse.class.getClassLoader();
            return (AsyncResponse)
                    Proxy.newProxyInstance(loader, new Class<?>[] {AsyncResponse.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("resume")) {
                            with = arguments[0];
                            in = scopes.current();
                        }
                        return true;
                    });
        }
    }

    @Test
    void what_a_resource_answers_later_arrives_and_a_cancelled_answer_is_cancelled() {
        inRequest(() -> {
            CompletableFuture<String> answer = new CompletableFuture<>();
            CompletionStage<String> returned = resource().later(answer);
            answer.complete("tea");
            assertThat(returned.toCompletableFuture()).isCompletedWithValue("tea");

            CompletableFuture<String> tooSlow = new CompletableFuture<>();
            resource().later(tooSlow).toCompletableFuture().cancel(true);
            assertThat(tooSlow).isCancelled();

            CompletableFuture<String> done = CompletableFuture.completedFuture("done");
            assertThat(resource().later(done)).isSameAs(done);
        });
    }

    private Orders.Resource resource() {
        return container.select(Orders.Resource.class).get();
    }

    @Test
    void a_resource_may_have_no_other_constructor_than_that_for_injection() {
        Orders.Constructed resource = container.select(Orders.Constructed.class).get();

        assertThatThrownBy(() -> resource.find(3)).hasMessage("constructed 3");
        assertThat(running.onlyEvent().transaction()).isEqualTo("Constructed.find");
    }

    @Test
    void a_sensitive_parameter_of_an_interface_is_never_shown() {
        inRequest(() -> {
            Orders.Resource resource = container.select(Orders.Resource.class).get();
            assertThatThrownBy(() -> resource.signIn("jo", "0000")).isInstanceOf(IllegalArgumentException.class);
        });

        assertThat(frame(running.onlyEvent(), Orders.Resource.class, "signIn").variables())
                .containsExactly(entry("name", "jo"), entry("pin", ArgumentRenderer.HIDDEN));
    }

    @Test
    void an_observer_is_an_entrance_but_the_other_methods_of_its_bean_are_not() {
        assertThatThrownBy(() -> container.getBeanManager().getEvent().fire(new Orders.Placed(5)))
                .hasMessage("observer of 5");
        assertThat(running.onlyEvent().transaction()).isEqualTo("Listener.whenPlaced");

        assertThatThrownBy(container.select(Orders.Listener.class).get()::notObserved)
                .hasMessage("not an entrance");
        assertThat(running.events()).hasSize(1);
    }

    @Test
    void what_an_exception_mapper_is_asked_for_is_captured() {
        IOException failure = new IOException("from a filter");

        assertThatThrownBy(() -> container.select(Orders.Mapper.class).get().toResponse(failure))
                .hasCauseReference(failure);

        assertThat(running.onlyEvent().exceptions().get(0).value()).isEqualTo("from a filter");
    }

    @Test
    void a_scope_that_is_bound_already_is_used_and_stays_open() {
        Scope request = new Scope(Surroundings.NONE);
        request.nameEntryPoint("GET /orders");
        Scope before = running.tracker().scopes().bind(request);
        try {
            assertThatThrownBy(() -> service().place(1, "")).hasMessage("order 1");
            assertThat(running.tracker().scopes().current()).isSameAs(request);
            assertThat(request.isClosed()).isFalse();
        } finally {
            running.tracker().scopes().restore(before);
        }
        assertThat(running.onlyEvent().transaction()).isEqualTo("GET /orders");
    }

    @Test
    void a_call_leaves_no_scope_on_its_thread() {
        assertThatThrownBy(() -> service().place(1, "")).hasMessage("order 1");

        assertThat(running.tracker().scopes().current()).isNull();
    }

    @Test
    void whatever_fails_in_the_tracker_the_application_sees_only_its_own_exception() {
        running.close();
        Clock broken = new Clock() {
            @Override
            public Instant instant() {
                throw new StackOverflowError("of the tracker");
            }

            @Override
            public ZoneId getZone() {
                throw new StackOverflowError("of the tracker");
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new StackOverflowError("of the tracker");
            }
        };
        running = RunningTracker.start(
                (thrown, root, entryPoint) -> {
                    throw new LinkageError("of the tracker");
                },
                broken);

        assertThatThrownBy(() -> service().place(1, "")).hasMessage("order 1");
        assertThatThrownBy(() -> container.select(Orders.Mapper.class).get().toResponse(new IOException("mapped")))
                .hasRootCauseMessage("mapped");
        assertThat(running.events()).isEmpty();
    }

    @Test
    void without_a_running_tracker_everything_works_and_nothing_is_captured() {
        running.close();
        ErrorTracker tracker = container.select(Anywhere.class).get().tracker;

        assertThatThrownBy(() -> service().place(1, "")).hasMessage("order 1");
        assertThat(tracker.captureException(new RuntimeException("by hand"))).isEmpty();
    }

    @Test
    void the_tracker_is_injected_and_follows_the_running_one() {
        ErrorTracker tracker = container.select(Anywhere.class).get().tracker;

        assertThat(tracker.captureException(new RuntimeException("by hand")))
                .isEqualTo(running.onlyEvent().id());
    }

    @Test
    void the_hooks_of_the_application_come_in_the_order_of_their_priority() {
        assertThat(BeforeSendBeans.of(container.getBeanManager()))
                .extracting(hook ->
                        hook.beforeSend(EVENT, new BeforeSend.Hint(null)).transaction())
                .containsExactly("first", "last");
    }

    @Test
    void a_health_check_is_there_where_the_server_knows_what_that_is() {
        Instance<HealthCheck> check = container.select(HealthCheck.class, Readiness.Literal.INSTANCE);

        assertThat(check.isResolvable()).isTrue();
    }

    private static final ErrorEvent EVENT =
            ErrorEvent.builder(ErrorEvent.newId(), Instant.EPOCH).build();

    @ApplicationScoped
    @Priority(2_000)
    static class Last implements BeforeSend {
        @Override
        public ErrorEvent beforeSend(ErrorEvent event, Hint hint) {
            return event.with(builder -> builder.transaction("last"));
        }
    }

    @ApplicationScoped
    @Priority(10)
    static class First implements BeforeSend {
        @Override
        public ErrorEvent beforeSend(ErrorEvent event, Hint hint) {
            return event.with(builder -> builder.transaction("first"));
        }
    }

    static class Anywhere {
        @Inject
        ErrorTracker tracker;
    }

    private Orders.Service service() {
        return container.select(Orders.Service.class).get();
    }

    private void inRequest(Runnable task) {
        RequestContextController requests =
                container.select(RequestContextController.class).get();
        requests.activate();
        try {
            task.run();
        } finally {
            requests.deactivate();
        }
    }

    private static StackFrame frame(ErrorEvent event, Class<?> type, String method) {
        return event.exceptions().get(0).frames().stream()
                .filter(frame -> type.getName().equals(frame.module()) && method.equals(frame.function()))
                .findFirst()
                .orElseThrow();
    }
}
