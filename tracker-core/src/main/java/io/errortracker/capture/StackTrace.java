package io.errortracker.capture;

import org.jspecify.annotations.Nullable;

/**
 * The stack trace of a throwable, read when it is first asked for. Reading is what costs most of a capture, so it is left to the
 * worker; until then the throwable is kept alive.
 *
 * <p>Thread-safe.
 */
final class StackTrace {
    static final int MAX_FRAMES = 1_024;
    private static final int KEPT_AT_THE_TOP = 640;
    private static final int USUAL_FRAMES = 100;
    private static final StackTraceElement[] NO_FRAMES = {};

    private @Nullable Throwable unread;
    private StackTraceElement[] frames = NO_FRAMES;
    private int framesLeftOut;

    private StackTrace(Throwable unread) {
        this.unread = unread;
    }

    static StackTrace of(Throwable throwable) {
        return new StackTrace(throwable);
    }

    /** Reads the trace, if that was not done yet, and lets go of the throwable. */
    synchronized void read() {
        if (unread != null) {
            StackTraceElement[] all = framesOf(unread);
            frames = all.length <= MAX_FRAMES ? all : bothEnds(all);
            framesLeftOut = all.length - frames.length;
            unread = null;
        }
    }

    /** At most {@link #MAX_FRAMES}, the throwing one first; both ends are kept of a longer trace. */
    synchronized StackTraceElement[] frames() {
        read();
        return frames;
    }

    /** How many frames are missing in the middle. */
    synchronized int framesLeftOut() {
        read();
        return framesLeftOut;
    }

    boolean isEmpty() {
        return frames().length == 0;
    }

    /** Whether both were made by the same line. */
    boolean beginsLike(StackTrace other) {
        return !isEmpty() && !other.isEmpty() && frames()[0].equals(other.frames()[0]);
    }

    /** About how many bytes it keeps alive, guessed while it has not been read. */
    synchronized int weight() {
        return 48 * (unread == null ? frames.length : USUAL_FRAMES);
    }

    private static StackTraceElement[] bothEnds(StackTraceElement[] all) {
        StackTraceElement[] kept = new StackTraceElement[MAX_FRAMES];
        int tail = MAX_FRAMES - KEPT_AT_THE_TOP;
        System.arraycopy(all, 0, kept, 0, KEPT_AT_THE_TOP);
        System.arraycopy(all, all.length - tail, kept, KEPT_AT_THE_TOP, tail);
        return kept;
    }

    private static StackTraceElement[] framesOf(Throwable throwable) {
        try {
            StackTraceElement[] frames = throwable.getStackTrace();
            return frames == null ? NO_FRAMES : frames;
        } catch (Throwable hostile) {
            return NO_FRAMES;
        }
    }
}
