package io.errortracker.scope;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.event.Breadcrumb;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ScopeTest {
    private final Scope scope = new Scope(Surroundings.NONE);

    @Test
    void what_waits_for_the_end_runs_once_and_sees_the_status() {
        List<Integer> seen = new ArrayList<>();
        scope.onClose(() -> seen.add(scope.responseStatus()));
        scope.close(503);
        scope.close(200);

        assertThat(seen).containsExactly(503);
        assertThat(scope.responseStatus()).isEqualTo(503);
    }

    @Test
    void what_comes_after_the_end_runs_at_once() {
        scope.close(200);
        AtomicInteger runs = new AtomicInteger();
        scope.onClose(runs::incrementAndGet);

        assertThat(runs).hasValue(1);
    }

    @Test
    void a_reopened_scope_ends_once_more_with_a_status_of_its_own() {
        scope.close(200);
        scope.reopen();
        AtomicInteger status = new AtomicInteger();
        scope.onClose(() -> status.set(scope.responseStatus()));
        assertThat(status).hasValue(0);
        scope.close(500);

        assertThat(status).hasValue(500);
    }

    @Test
    void an_open_scope_that_is_reopened_loses_nothing() {
        AtomicInteger runs = new AtomicInteger();
        scope.onClose(runs::incrementAndGet);
        scope.reopen();
        scope.close(200);

        assertThat(runs).hasValue(1);
    }

    @Test
    void too_many_that_wait_are_not_kept() {
        AtomicInteger runs = new AtomicInteger();
        for (int i = 0; i < 1_000; i++) {
            scope.onClose(runs::incrementAndGet);
        }
        assertThat(runs).hasValue(1_000 - 32);
        scope.close(200);

        assertThat(runs).hasValue(1_000);
    }

    @Test
    void each_of_many_threads_is_told_once_of_the_end() throws Exception {
        for (int round = 0; round < 200; round++) {
            Scope shared = new Scope(Surroundings.NONE);
            AtomicInteger runs = new AtomicInteger();
            CountDownLatch go = new CountDownLatch(1);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Runnable task = i == 0 ? () -> shared.close(200) : () -> shared.onClose(runs::incrementAndGet);
                Thread thread = new Thread(() -> {
                    await(go);
                    task.run();
                });
                thread.start();
                threads.add(thread);
            }
            go.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(runs).hasValue(3);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void the_oldest_breadcrumbs_go_first() {
        for (int i = 0; i < Scope.MAX_BREADCRUMBS + 5; i++) {
            scope.addBreadcrumb(Breadcrumb.of("test", "crumb " + i));
        }

        assertThat(scope.breadcrumbs()).hasSize(Scope.MAX_BREADCRUMBS);
        assertThat(scope.breadcrumbs().get(0).message()).isEqualTo("crumb 5");
    }

    @Test
    void a_thread_works_for_one_scope_and_for_the_one_before_when_that_is_restored() {
        Scopes scopes = new Scopes();
        Scope inner = new Scope(Surroundings.NONE);
        assertThat(scopes.current()).isNull();

        Scope nothing = scopes.bind(scope);
        Scope outer = scopes.bind(inner);
        assertThat(scopes.current()).isSameAs(inner);
        scopes.restore(outer);
        assertThat(scopes.current()).isSameAs(scope);
        scopes.restore(nothing);
        assertThat(scopes.current()).isNull();
    }
}
