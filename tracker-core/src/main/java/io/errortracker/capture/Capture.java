package io.errortracker.capture;

import io.errortracker.event.Breadcrumb;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.Level;
import io.errortracker.event.Request;
import io.errortracker.event.User;
import io.errortracker.queue.Deferred;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One failure on its way to the worker: values copied on the failing thread, to which the layers it passes may add until it is settled.
 *
 * <p>Thread-safe.
 */
final class Capture implements Deferred<ErrorEvent>, EventDetails {
    private static final int MAX_ADDED = 100;

    private final String id;
    private final Instant timestamp;
    private final long createdNanos;
    private final String threadName;
    private final EventMaker maker;
    private final int weight;

    private List<ThrowableSnapshot> throwables;
    private @Nullable String message;
    private final String mechanism;
    private @Nullable Throwable original;
    private Level level = Level.ERROR;
    private @Nullable Boolean handled;
    private @Nullable String logger;
    private @Nullable String entryPoint;
    private @Nullable User user;
    private @Nullable Request request;
    private List<Breadcrumb> breadcrumbs = List.of();
    private Map<String, String> tags = Map.of();
    private Map<String, Object> extra = Map.of();
    private Map<String, Map<String, Object>> contexts = Map.of();
    private List<CallFrame> calls = List.of();
    private List<String> fingerprint = List.of();
    private boolean hadFrames;
    private int responseStatus;
    private volatile boolean settled;

    Capture(
            String id,
            Instant timestamp,
            long createdNanos,
            Sighting sighting,
            List<ThrowableSnapshot> throwables,
            @Nullable String message,
            EventMaker maker) {
        this.id = id;
        this.timestamp = timestamp;
        this.createdNanos = createdNanos;
        this.threadName = Thread.currentThread().getName();
        this.mechanism = sighting.mechanism();
        this.throwables = throwables;
        this.message = message;
        this.maker = maker;
        this.weight = weigh(throwables, message);
        take(sighting);
    }

    private static int weigh(List<ThrowableSnapshot> throwables, @Nullable String message) {
        int bytes = 2_000 + (message == null ? 0 : 2 * message.length());
        for (ThrowableSnapshot throwable : throwables) {
            bytes += throwable.weight();
        }
        return bytes;
    }

    String id() {
        return id;
    }

    /** Keeps the throwable until the event is made, for a {@code BeforeSend} to look at. */
    synchronized void keep(Throwable throwable) {
        original = throwable;
    }

    synchronized void surround(
            @Nullable String newEntryPoint,
            @Nullable User newUser,
            @Nullable Request newRequest,
            List<Breadcrumb> newBreadcrumbs) {
        entryPoint = newEntryPoint;
        user = newUser;
        request = newRequest;
        breadcrumbs = newBreadcrumbs;
    }

    /** Adds what another layer knows of the same failure. */
    synchronized void add(Sighting sighting) {
        if (!settled) {
            take(sighting);
        }
    }

    private void take(Sighting sighting) {
        if (sighting.call() != null && calls.size() < MAX_ADDED) {
            calls = calls.isEmpty() ? new ArrayList<>(2) : calls;
            calls.add(sighting.call());
        }
        if (logger == null) {
            logger = sighting.logger();
        }
        if (message == null) {
            message = sighting.message();
        }
        if (handled == null) {
            handled = sighting.handled();
        }
        if (!sighting.contexts().isEmpty()) {
            contexts = growing(contexts);
            sighting.contexts().forEach(contexts::putIfAbsent);
        }
    }

    /** Most captures have none, so none are made before they are needed. */
    private static <V> Map<String, V> growing(Map<String, V> map) {
        return map.isEmpty() ? new LinkedHashMap<>() : map;
    }

    /** Nothing more will be added. @param status of the answer; 0 when there is none */
    void settle(int status) {
        settle(status, null);
    }

    /** Nothing more will be added. @param lateEntryPoint the entry point's name, if it was not known before; null when it still is not */
    synchronized void settle(int status, @Nullable String lateEntryPoint) {
        if (!settled) {
            responseStatus = status;
            entryPoint = entryPoint == null ? lateEntryPoint : entryPoint;
            settled = true;
        }
    }

    synchronized void context(String name, Map<String, Object> context) {
        contexts = growing(contexts);
        contexts.putIfAbsent(name, context);
    }

    /** Adds a context, in place of one of that name. */
    synchronized void replaceContext(String name, Map<String, Object> context) {
        if (!settled) {
            contexts = growing(contexts);
            contexts.put(name, context);
        }
    }

    /** Whether what was thrown has a stack trace of its own: preallocated exceptions have none. */
    boolean hasFrames() {
        List<ThrowableSnapshot> unmade;
        synchronized (this) {
            if (throwables.isEmpty()) {
                return hadFrames;
            }
            unmade = throwables;
        }
        return !unmade.get(0).trace().isEmpty();
    }

    /** Whether a root cause looks as if the same code had failed in the same way. */
    synchronized boolean looksLike(Throwable root) {
        ThrowableSnapshot own = ThrowableSnapshot.deepest(throwables);
        return own != null && own.looksLike(root);
    }

    @Override
    public synchronized EventDetails tag(String key, String value) {
        if (!settled && tags.size() < MAX_ADDED) {
            tags = growing(tags);
            tags.put(key, value);
        }
        return this;
    }

    @Override
    public synchronized EventDetails extra(String key, @Nullable Object value) {
        if (!settled && extra.size() < MAX_ADDED) {
            extra = growing(extra);
            extra.put(key, SafeValues.of(value));
        }
        return this;
    }

    @Override
    public synchronized EventDetails level(Level newLevel) {
        level = newLevel;
        return this;
    }

    @Override
    public synchronized EventDetails user(@Nullable User newUser) {
        user = newUser;
        return this;
    }

    @Override
    public synchronized EventDetails fingerprint(String... parts) {
        fingerprint = List.of(parts);
        return this;
    }

    @Override
    public boolean isSettled() {
        return settled;
    }

    @Override
    public long createdNanos() {
        return createdNanos;
    }

    @Override
    public int weight() {
        return weight;
    }

    /** Reads the stack traces, outside the lock: the throwable may have its own idea of what that means. */
    @Override
    public void taken() {
        List<ThrowableSnapshot> unread;
        synchronized (this) {
            unread = throwables;
        }
        unread.forEach(throwable -> throwable.trace().read());
    }

    /** Makes the event, settles and lets go of what was only needed for it. */
    @Override
    public synchronized ErrorEvent make() {
        settled = true;
        ErrorEvent event = maker.make(
                throwables,
                mechanism,
                wasHandled(),
                calls,
                ErrorEvent.builder(id, timestamp)
                        .level(level)
                        .logger(logger)
                        .transaction(entryPoint)
                        .message(message)
                        .user(user)
                        .request(request)
                        .breadcrumbs(breadcrumbs)
                        .tags(tags)
                        .extra(extra)
                        .contexts(contextsWithResponse())
                        .fingerprint(fingerprint)
                        .threadName(threadName));
        hadFrames = !throwables.isEmpty() && !throwables.get(0).trace().isEmpty();
        throwables = List.of();
        return event;
    }

    /** Where no layer knew: what was answered with less than a 5xx was dealt with, and so was what was only logged outside a request. */
    private boolean wasHandled() {
        if (handled != null) {
            return handled;
        }
        return responseStatus == 0 ? mechanism.equals("logging") : responseStatus < 500;
    }

    private Map<String, Map<String, Object>> contextsWithResponse() {
        if (responseStatus > 0) {
            contexts = growing(contexts);
            contexts.put("response", Map.of("status_code", responseStatus));
        }
        return contexts;
    }

    /** The throwable that was kept, once: it is let go of. Null when none was. */
    synchronized @Nullable Throwable takeOriginal() {
        Throwable taken = original;
        original = null;
        return taken;
    }
}
