package io.errortracker.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A throwable and its causes and suppressed exceptions as values, copied on the failing thread under caps; of the stack trace only when
 * it is needed there. Whatever the throwable's own methods do (throw, return null, run in circles), a snapshot comes out.
 *
 * @param className binary name of the class
 * @param ancestry binary names of the classes it extends, nearest first, without {@link Throwable}; at most {@link #MAX_ANCESTRY}
 * @param message what it said, cut after {@link #MAX_MESSAGE} characters; null when it said nothing
 * @param trace where it was thrown
 * @param parent index of the snapshot it hangs below; -1 for the thrown one
 * @param source how it hangs there: {@code cause}, {@code suppressed[0]}; null for the thrown one
 */
record ThrowableSnapshot(
        String className,
        List<String> ancestry,
        @Nullable String message,
        StackTrace trace,
        int parent,
        @Nullable String source) {

    static final int MAX_THROWABLES = 20;
    static final int MAX_MESSAGE = 8 * 1024;
    static final int MAX_ANCESTRY = 16;
    private static final int MAX_SUPPRESSED = 8;

    private record Pending(
            Throwable throwable, int parent, @Nullable String source) {}

    /** The thrown exception first, then its causes in order, then what was suppressed. */
    static List<ThrowableSnapshot> of(Throwable thrown) {
        List<ThrowableSnapshot> snapshots = new ArrayList<>(4);
        List<Throwable> seen = new ArrayList<>(4);
        List<Pending> suppressed = new ArrayList<>(0);
        follow(new Pending(thrown, -1, null), snapshots, seen, suppressed);
        for (int i = 0; i < suppressed.size() && snapshots.size() < MAX_THROWABLES; i++) {
            follow(suppressed.get(i), snapshots, seen, suppressed);
        }
        return snapshots;
    }

    /** The deepest cause, where every layer that sees the failure finds the same object. */
    static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        for (int i = 0; i < MAX_THROWABLES; i++) {
            Throwable cause = causeOf(root);
            if (cause == null || cause == root || cause == thrown) {
                return root;
            }
            root = cause;
        }
        return root;
    }

    private static void follow(
            Pending first, List<ThrowableSnapshot> snapshots, List<Throwable> seen, List<Pending> suppressed) {
        Pending next = first;
        while (next != null && snapshots.size() < MAX_THROWABLES && !isIn(seen, next.throwable)) {
            seen.add(next.throwable);
            int index = snapshots.size();
            snapshots.add(one(next));
            addSuppressed(next.throwable, index, suppressed);
            Throwable cause = causeOf(next.throwable);
            next = cause == null ? null : new Pending(cause, index, "cause");
        }
    }

    /** By identity, for {@code equals} is the application's; there are never many. */
    private static boolean isIn(List<Throwable> seen, Throwable throwable) {
        for (Throwable each : seen) {
            if (each == throwable) {
                return true;
            }
        }
        return false;
    }

    private static void addSuppressed(Throwable throwable, int index, List<Pending> suppressed) {
        Throwable[] all = throwable.getSuppressed();
        for (int i = 0; i < all.length && i < MAX_SUPPRESSED; i++) {
            suppressed.add(new Pending(all[i], index, "suppressed[" + i + "]"));
        }
    }

    private static ThrowableSnapshot one(Pending pending) {
        String message = messageOf(pending.throwable);
        StackTrace trace = StackTrace.of(pending.throwable);
        if (message != null && message.length() > MAX_MESSAGE) {
            // what is this large is not kept alive until the worker comes
            trace.read();
        }
        return new ThrowableSnapshot(
                pending.throwable.getClass().getName(),
                ancestryOf(pending.throwable.getClass()),
                message,
                trace,
                pending.parent,
                pending.source);
    }

    /** A class keeps its name, so this copies a few references. */
    private static List<String> ancestryOf(Class<?> thrown) {
        List<String> ancestry = new ArrayList<>(4);
        Class<?> above = thrown.getSuperclass();
        while (above != null && above != Throwable.class && above != Object.class && ancestry.size() < MAX_ANCESTRY) {
            ancestry.add(above.getName());
            above = above.getSuperclass();
        }
        return ancestry;
    }

    private static @Nullable String messageOf(Throwable throwable) {
        try {
            String message = throwable.getMessage();
            return message == null || message.length() <= MAX_MESSAGE ? message : cut(message);
        } catch (Throwable hostile) {
            return "[unprintable: getMessage threw " + hostile.getClass().getName() + "]";
        }
    }

    private static String cut(String message) {
        return message.substring(0, MAX_MESSAGE) + "… [cut, " + message.length() + " characters in all]";
    }

    private static @Nullable Throwable causeOf(Throwable throwable) {
        try {
            return throwable.getCause();
        } catch (Throwable hostile) {
            return null;
        }
    }

    /** The root cause among the snapshots of one failure; null when there are none. */
    static @Nullable ThrowableSnapshot deepest(List<ThrowableSnapshot> snapshots) {
        ThrowableSnapshot deepest = null;
        for (ThrowableSnapshot snapshot : snapshots) {
            if (deepest != null && !"cause".equals(snapshot.source)) {
                break;
            }
            deepest = snapshot;
        }
        return deepest;
    }

    /** Whether a throwable is of the same class, says the same and was made by the same line. */
    boolean looksLike(Throwable throwable) {
        return className.equals(throwable.getClass().getName())
                && Objects.equals(message, messageOf(throwable))
                && trace.beginsLike(StackTrace.of(throwable));
    }

    /** About how many bytes this keeps alive. */
    int weight() {
        return 200 + trace.weight() + (message == null ? 0 : 2 * message.length());
    }
}
