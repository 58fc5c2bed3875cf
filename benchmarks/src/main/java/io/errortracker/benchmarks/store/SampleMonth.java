package io.errortracker.benchmarks.store;

import io.errortracker.SteppedClock;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.Level;
import io.errortracker.event.User;
import io.errortracker.issue.Fingerprint;
import io.errortracker.issue.GroupedEvent;
import io.errortracker.store.Batch;
import io.errortracker.store.EventRecorder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A month of events, as one store gets to see them: few issues happen often, most rarely; a release a day, three environments, many users. */
final class SampleMonth {
    static final Instant BEGIN = Instant.parse("2026-10-24T00:00:00Z");
    static final Instant END = BEGIN.plus(Duration.ofDays(30));

    private static final int BATCH = 500;
    private static final int USERS = 50_000;
    private static final int WITH_THE_WORD = 13;

    private final int events;
    private final int issues;
    private final SteppedClock clock;
    private final Random random = new Random(1);

    SampleMonth(int events, int issues, SteppedClock clock) {
        this.events = events;
        this.issues = issues;
        this.clock = clock;
    }

    /** @param betweenBatches what the tracker does then */
    void record(EventRecorder recorder, Runnable betweenBatches) {
        List<GroupedEvent> batch = new ArrayList<>();
        long begun = System.nanoTime();
        for (int number = 0; number < events; number++) {
            Instant when = BEGIN.plusMillis(Duration.ofDays(30).toMillis() * number / events);
            batch.add(event(number, when));
            if (batch.size() == BATCH || number == events - 1) {
                clock.set(when);
                recorder.record(new Batch(batch, List.of(), List.of()));
                betweenBatches.run();
                batch = new ArrayList<>();
            }
            if (number % 100_000 == 99_999) {
                System.out.printf("%7d recorded in %.0f s%n", number + 1, (System.nanoTime() - begun) / 1e9);
            }
        }
    }

    private GroupedEvent event(int number, Instant when) {
        int issue = issue(number);
        int day = (int) Duration.between(BEGIN, when).toDays();
        ErrorEvent event = SampleEvent.builder(number, issue, when)
                .environment(environment())
                .release("1." + day)
                .level(issue % 12 == 0 ? Level.WARNING : Level.ERROR)
                .user(User.withId(String.valueOf((int) (USERS * Math.pow(random.nextDouble(), 2)))))
                .build();
        String headline = issue % 100 < WITH_THE_WORD ? "No price for saffron " + issue : "No price for tea " + issue;
        Fingerprint fingerprint =
                new Fingerprint(String.format("%032x", issue), 1, List.of("type shop.catalog.NoPrice"));
        return new GroupedEvent(event, fingerprint, "shop.catalog.NoPrice", headline, "Teas" + issue + ".priceOf");
    }

    /** The first twentieth sees each issue once. */
    private int issue(int number) {
        return number % 20 == 0 && number / 20 < issues
                ? number / 20
                : (int) (issues * Math.pow(random.nextDouble(), 3));
    }

    private String environment() {
        int chance = random.nextInt(1_000);
        return chance < 850 ? "production" : chance < 998 ? "staging" : "dev";
    }
}
