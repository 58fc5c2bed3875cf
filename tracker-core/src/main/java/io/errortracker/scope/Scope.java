package io.errortracker.scope;

import io.errortracker.event.Breadcrumb;
import io.errortracker.event.User;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known around the code that runs now. One for each request or job; it lives on the request, and is bound to whichever thread
 * works for it. Costs next to nothing until something is put into it.
 *
 * <p>Thread-safe: an asynchronous request may be worked on by several threads.
 *
 * @since 0.1.0
 */
public final class Scope {
    /** Breadcrumbs kept; the oldest go first. */
    public static final int MAX_BREADCRUMBS = 100;

    /** Tags and extras kept; further names are passed over. */
    static final int MAX_NAMES = 100;

    private static final int MAX_CLOSERS = 32;

    private final Surroundings surroundings;
    private @Nullable String entryPoint;
    private @Nullable User user;
    private boolean userKnown;
    private @Nullable Map<String, String> tags;
    private @Nullable Map<String, Object> extra;
    private @Nullable ArrayDeque<Breadcrumb> breadcrumbs;
    private @Nullable LeftTransaction leftTransaction;
    private volatile int responseStatus;

    private record LeftTransaction(WeakReference<Throwable> root, Map<String, Object> transaction) {}

    /** What waits for the end, the newest first; {@link #CLOSED} after it. Without a lock, for every request ends. */
    private volatile @Nullable Closer closers;

    private record Closer(Runnable task, @Nullable Closer next, int number) {}

    private static final Closer CLOSED = new Closer(() -> {}, null, 0);
    private static final VarHandle CLOSERS;

    static {
        try {
            CLOSERS = MethodHandles.lookup().findVarHandle(Scope.class, "closers", Closer.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    public Scope(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    /** Sets the entry point's name, such as {@code GET /orders/{id}}; the first one that is set stays. */
    public synchronized void nameEntryPoint(String name) {
        if (entryPoint == null) {
            entryPoint = name;
        }
    }

    /** The entry point's name; null when nobody knows one. */
    public @Nullable String entryPoint() {
        synchronized (this) {
            if (entryPoint != null) {
                return entryPoint;
            }
        }
        return surroundings.entryPoint();
    }

    /** Sets who is affected, in place of the signed-in user; null says that nobody is. */
    public synchronized void setUser(@Nullable User newUser) {
        user = newUser;
        userKnown = true;
    }

    /** Who was set, else who is signed in; null when nobody is. */
    public @Nullable User user() {
        synchronized (this) {
            if (userKnown) {
                return user;
            }
        }
        return surroundings.user();
    }

    public synchronized void setTag(String key, String value) {
        if (tags == null) {
            tags = new LinkedHashMap<>();
        }
        putWithin(tags, key, value);
    }

    /** Sets a JSON-like value; null removes it. */
    public synchronized void setExtra(String key, @Nullable Object value) {
        if (extra == null) {
            extra = new LinkedHashMap<>();
        }
        if (value == null) {
            extra.remove(key);
        } else {
            putWithin(extra, key, value);
        }
    }

    private static <V> void putWithin(Map<String, V> map, String key, V value) {
        if (map.size() < MAX_NAMES || map.containsKey(key)) {
            map.put(key, value);
        }
    }

    /** Adds a breadcrumb, which must have a timestamp. */
    public synchronized void addBreadcrumb(Breadcrumb breadcrumb) {
        if (breadcrumbs == null) {
            breadcrumbs = new ArrayDeque<>();
        }
        if (breadcrumbs.size() == MAX_BREADCRUMBS) {
            breadcrumbs.removeFirst();
        }
        breadcrumbs.addLast(breadcrumb);
    }

    public synchronized Map<String, String> tags() {
        return tags == null ? Map.of() : new LinkedHashMap<>(tags);
    }

    public synchronized Map<String, Object> extra() {
        return extra == null ? Map.of() : new LinkedHashMap<>(extra);
    }

    /** Oldest first. */
    public synchronized List<Breadcrumb> breadcrumbs() {
        return breadcrumbs == null ? List.of() : List.copyOf(breadcrumbs);
    }

    /** Notes how the transaction stood that a failure left. Of several that one failure leaves, the innermost stays. */
    public synchronized void noteTransaction(Throwable root, Map<String, Object> transaction) {
        if (transactionOf(root) == null) {
            leftTransaction = new LeftTransaction(new WeakReference<>(root), transaction);
        }
    }

    /** How the transaction stood that a failure left last in this scope; null when nothing was noted of this failure. */
    public synchronized @Nullable Map<String, Object> transactionOf(Throwable root) {
        return leftTransaction != null && leftTransaction.root.refersTo(root) ? leftTransaction.transaction : null;
    }

    /** The status of the answer; 0 while unknown or outside a request. */
    public int responseStatus() {
        return responseStatus;
    }

    /** Ends the scope with the status of the answer, 0 when there is none, and runs what waits for that. Further calls do nothing. */
    public void close(int status) {
        if (isClosed()) {
            return;
        }
        responseStatus = status;
        Closer waiting = (Closer) CLOSERS.getAndSet(this, CLOSED);
        for (Closer at = waiting; at != null; at = at.next) {
            at.task.run();
        }
    }

    /** Goes on after it was closed: a request that is dispatched once more, for an error page or asynchronously. */
    public void reopen() {
        CLOSERS.compareAndSet(this, CLOSED, null);
    }

    /** Whether it has ended. */
    public boolean isClosed() {
        return closers == CLOSED;
    }

    /** Runs {@code closer} when the scope ends: at once if it has ended, or if too many wait already. Closers must not throw. */
    public void onClose(Runnable closer) {
        Closer first = closers;
        while (first != CLOSED && (first == null || first.number < MAX_CLOSERS)) {
            Closer added = new Closer(closer, first, first == null ? 1 : first.number + 1);
            if (CLOSERS.compareAndSet(this, first, added)) {
                return;
            }
            first = closers;
        }
        closer.run();
    }
}
