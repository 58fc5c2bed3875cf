package io.errortracker.scope;

import org.jspecify.annotations.Nullable;

/**
 * Which scope the current thread works for. One for each application.
 *
 * <p>The slot of a thread that a scope was bound to once stays with it, for taking it away costs more than all the rest of binding. It is
 * an array of the JDK's and empty when nothing is bound, so nothing of the application's is kept alive by it.
 *
 * @since 0.1.0
 */
public final class Scopes {
    private final ThreadLocal<@Nullable Object[]> slots = new ThreadLocal<>();

    /** The scope this thread works for; null when it works for none. */
    public @Nullable Scope current() {
        @Nullable Object[] slot = slots.get();
        return slot == null ? null : (Scope) slot[0];
    }

    /**
     * Binds a scope to this thread.
     *
     * @return what was bound before, to be given to {@link #restore} in a {@code finally}
     */
    public @Nullable Scope bind(Scope scope) {
        @Nullable Object[] slot = slots.get();
        if (slot == null) {
            slot = new Object[1];
            slots.set(slot);
        }
        Scope before = (Scope) slot[0];
        slot[0] = scope;
        return before;
    }

    /** Does something on this thread for a scope; for what is bound already when that is null. */
    public void run(@Nullable Scope scope, Runnable work) {
        if (scope == null) {
            work.run();
            return;
        }
        Scope before = bind(scope);
        try {
            work.run();
        } finally {
            restore(before);
        }
    }

    /** Binds what was bound before; null leaves nothing bound. */
    public void restore(@Nullable Scope before) {
        @Nullable Object[] slot = slots.get();
        if (slot != null) {
            slot[0] = before;
        } else if (before != null) {
            bind(before);
        }
    }
}
