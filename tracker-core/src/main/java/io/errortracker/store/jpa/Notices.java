package io.errortracker.store.jpa;

import io.errortracker.health.OneLine;
import io.errortracker.health.SelfHealth;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What people must know about the store, told in the log once and kept for the self-page. Thread-safe. */
final class Notices {
    private static final int KEPT = 20;

    private final Clock clock;
    private final SelfHealth health;
    private final Deque<String> notices = new ArrayDeque<>();
    private String last = "";

    Notices(Clock clock, SelfHealth health) {
        this.clock = clock;
        this.health = health;
    }

    /** The same again at once is not told again. */
    synchronized void tell(String notice) {
        if (notice.equals(last)) {
            return;
        }
        last = notice;
        notices.addFirst(OneLine.of(clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + notice, 600));
        while (notices.size() > KEPT) {
            notices.removeLast();
        }
        health.say(Level.WARNING, "Error Tracker: " + notice);
    }

    synchronized List<String> newestFirst() {
        return List.copyOf(notices);
    }
}
