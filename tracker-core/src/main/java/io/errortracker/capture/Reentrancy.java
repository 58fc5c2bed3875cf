package io.errortracker.capture;

/**
 * Keeps the tracker from capturing its own work: while a thread is inside, whatever it throws or logs makes no event.
 *
 * <p>The mark of a thread that was inside once stays with it, for taking it away costs more than the rest of entering and leaving. It is
 * an array of the JDK's, so nothing of the application's is kept alive by it.
 *
 * @since 0.1.0
 */
public final class Reentrancy {
    private final ThreadLocal<boolean[]> marks = new ThreadLocal<>();

    /** Enters. @return false when this thread was inside already: then it must not leave */
    public boolean enter() {
        boolean[] mark = marks.get();
        if (mark == null) {
            mark = new boolean[1];
            marks.set(mark);
        }
        if (mark[0]) {
            return false;
        }
        mark[0] = true;
        return true;
    }

    public void leave() {
        boolean[] mark = marks.get();
        if (mark != null) {
            mark[0] = false;
        }
    }
}
