package io.errortracker.capture;

/**
 * Keeps the tracker from capturing its own work: while a thread is inside, whatever it throws or logs makes no event.
 *
 * @since 0.1.0
 */
public final class Reentrancy {
    private final ThreadLocal<Boolean> inside = new ThreadLocal<>();

    /** Enters. @return false when this thread was inside already: then it must not leave */
    public boolean enter() {
        if (inside.get() != null) {
            return false;
        }
        inside.set(Boolean.TRUE);
        return true;
    }

    public void leave() {
        inside.remove();
    }

    public boolean isInside() {
        return inside.get() != null;
    }
}
