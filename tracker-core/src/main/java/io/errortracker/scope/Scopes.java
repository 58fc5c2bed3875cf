package io.errortracker.scope;

import org.jspecify.annotations.Nullable;

/**
 * Which scope the current thread works for. One for each application; nothing stays on a thread once what was bound is unbound.
 *
 * @since 0.1.0
 */
public final class Scopes {
    private final ThreadLocal<Scope> bound = new ThreadLocal<>();

    /** The scope this thread works for; null when it works for none. */
    public @Nullable Scope current() {
        return bound.get();
    }

    /**
     * Binds a scope to this thread.
     *
     * @return what was bound before, to be given to {@link #restore} in a {@code finally}
     */
    public @Nullable Scope bind(Scope scope) {
        Scope before = bound.get();
        bound.set(scope);
        return before;
    }

    /** Binds what was bound before; null leaves nothing on the thread. */
    public void restore(@Nullable Scope before) {
        if (before == null) {
            bound.remove();
        } else {
            bound.set(before);
        }
    }
}
