package io.errortracker.cdi;

import io.errortracker.ScopedErrorTracker;
import io.errortracker.scope.Scope;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a resource method returned before its work was done. Sees a failure when it comes, on whichever thread, before the JAX-RS
 * runtime does: the runtime gets a future of ours that becomes what the application's becomes.
 */
record PendingResult(
        ScopedErrorTracker tracker,
        InvocationContext invocation,
        @Nullable Scope scope) {

    /** What to give to the runtime: the very result, unless it is a future of a resource that is not done yet. */
    static @Nullable Object watched(ScopedErrorTracker tracker, InvocationContext invocation, @Nullable Object result) {
        if (result == null || result.getClass() != CompletableFuture.class) {
            return result;
        }
        try {
            return watch(tracker, invocation, (CompletableFuture<?>) result);
        } catch (RuntimeException | LinkageError failure) {
            tracker.capturer().failed("following what a resource does later", failure);
            return result;
        }
    }

    private static CompletableFuture<?> watch(
            ScopedErrorTracker tracker, InvocationContext invocation, CompletableFuture<?> future) {
        if (!Marks.isResource(Calls.target(invocation))) {
            return future;
        }
        PendingResult pending =
                new PendingResult(tracker, invocation, tracker.scopes().current());
        return future.isDone() ? pending.seeNow(future) : pending.follow(future);
    }

    private CompletableFuture<?> seeNow(CompletableFuture<?> done) {
        done.whenComplete((value, failure) -> see(failure));
        return done;
    }

    private <T> CompletableFuture<T> follow(CompletableFuture<T> pending) {
        CompletableFuture<T> followed = new CompletableFuture<>();
        pending.whenComplete((value, failure) -> tracker.scopes().run(scope, () -> become(followed, value, failure)));
        followed.whenComplete((value, failure) -> cancelToo(pending, followed));
        return followed;
    }

    private <T> void become(CompletableFuture<T> followed, T value, @Nullable Throwable failure) {
        see(failure);
        if (failure == null) {
            followed.complete(value);
        } else {
            followed.completeExceptionally(failure);
        }
    }

    private void see(@Nullable Throwable failure) {
        if (failure != null) {
            new FailedCall(tracker, invocation).capture(failure, null);
        }
    }

    private static void cancelToo(CompletableFuture<?> pending, CompletableFuture<?> followed) {
        if (followed.isCancelled()) {
            pending.cancel(true);
        }
    }
}
