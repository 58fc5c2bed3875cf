package io.errortracker.ui;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.Level;
import io.errortracker.issue.Issue;
import io.errortracker.issue.IssueStatus;
import io.errortracker.store.Activity;
import io.errortracker.store.StoreHealth;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** A shop in which a good deal went wrong. The same for every run. */
final class SampleShop {
    static final Instant NOW = Instant.parse("2026-11-23T14:37:12Z");
    static final Clock CLOCK = Clock.fixed(NOW, java.time.ZoneOffset.UTC);
    private static final int HOURS = 14 * 24;
    private final InMemoryIssueStore store = new InMemoryIssueStore(CLOCK);
    private long nextId = 1;

    /** What goes wrong again and again. */
    record Trouble(
            String type,
            String value,
            String where,
            String entry,
            Level level,
            Shape shape,
            int size,
            long users,
            Duration age,
            Duration quiet,
            String first,
            String last,
            IssueStatus status,
            boolean regressed) {}

    /** How it is spread over time. */
    private enum Shape {
        STEADY,
        GROWING,
        SPIKE,
        RARE,
        DAYTIME,
        BACK
    }

    static InMemoryIssueStore filled() {
        SampleShop shop = new SampleShop();
        shop.fill();
        return shop.store;
    }

    private void fill() {
        for (Trouble trouble : troubles()) {
            add(trouble);
        }
        store.health(new StoreHealth(
                StoreHealth.State.OPEN,
                "/opt/wildfly/standalone/data/errortracker/shop.mv.db",
                48_300_000,
                11_842,
                nextId - 1,
                List.of(),
                NOW.minus(Duration.ofMinutes(22)),
                1_204));
    }

    private static List<Trouble> troubles() {
        try (InputStream file = SampleShop.class.getResourceAsStream("sample-troubles.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> trouble(line.split(" \\| ", -1)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Trouble trouble(String[] told) {
        return new Trouble(
                told[0],
                told[1],
                told[2],
                told[3],
                Level.valueOf(told[4]),
                Shape.valueOf(told[5]),
                Integer.parseInt(told[6]),
                Long.parseLong(told[7]),
                Duration.parse(told[8]),
                Duration.parse(told[9]),
                told[10],
                told[11],
                IssueStatus.valueOf(told[12]),
                Boolean.parseBoolean(told[13]));
    }

    private static Duration hours(long count) {
        return Duration.ofHours(count);
    }

    private static Duration days(long count) {
        return Duration.ofDays(count);
    }

    private void add(Trouble trouble) {
        long id = nextId++;
        Random random = new Random(id * 7919);
        long[] hours = hours(trouble, random);
        List<ErrorEvent> events = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Instant when = NOW.minus(trouble.quiet()).minus(Duration.ofSeconds(i * (431L + random.nextInt(4000))));
            events.add(SampleEvents.of(trouble, when, i, random));
        }
        String simple = trouble.type().substring(trouble.type().lastIndexOf('.') + 1);
        String culprit = trouble.where().contains(" ")
                ? trouble.where()
                : trouble.where().substring(trouble.where().indexOf('.') + 1);
        Issue issue = new Issue(
                id,
                "SHOP-" + (17 + id * 3),
                String.format("%032x", id * 0x9e3779b97f4a7c15L & Long.MAX_VALUE),
                1,
                simple,
                trouble.value(),
                culprit,
                trouble.entry(),
                trouble.level(),
                trouble.type().equals("TypeError") ? "javascript" : "java",
                trouble.status(),
                trouble.regressed(),
                NOW.minus(trouble.age()),
                NOW.minus(trouble.quiet()),
                trouble.first(),
                trouble.last(),
                Math.max(Arrays.stream(hours).sum(), 1),
                trouble.users(),
                trouble.regressed() ? NOW.minus(hours(9)) : null);
        store.add(issue, events, hours, activity(trouble));
    }

    private static List<Activity> activity(Trouble trouble) {
        List<Activity> done = new ArrayList<>();
        if (trouble.regressed()) {
            done.add(new Activity(NOW.minus(hours(9)), Activity.Kind.REGRESSED, null, "1.4.3"));
            done.add(new Activity(NOW.minus(days(3)), Activity.Kind.RESOLVED, "mara", null));
        }
        if (trouble.status() == IssueStatus.RESOLVED) {
            done.add(new Activity(NOW.minus(trouble.quiet()).plusSeconds(9000), Activity.Kind.RESOLVED, "jo", null));
        }
        if (trouble.status() == IssueStatus.IGNORED) {
            done.add(new Activity(NOW.minus(days(2)), Activity.Kind.IGNORED, "amina", null));
        }
        done.add(new Activity(NOW.minus(trouble.age()), Activity.Kind.FIRST_SEEN, null, trouble.first()));
        return done;
    }

    private static long[] hours(Trouble trouble, Random random) {
        long[] hours = new long[HOURS];
        int from = (int) Math.max(0, HOURS - 1 - trouble.age().toHours());
        int to = (int) (HOURS - 1 - trouble.quiet().plusMinutes(23).toHours());
        for (int i = from; i <= to; i++) {
            double noise = 0.5 + random.nextDouble();
            int clock = Math.floorMod(14 - (HOURS - 1 - i), 24);
            double day = Math.max(0.05, Math.sin(Math.PI * Math.max(0, clock - 5) / 19.0));
            double rate =
                    switch (trouble.shape()) {
                        case STEADY -> trouble.size() * noise * (0.4 + 0.6 * day);
                        case GROWING -> trouble.size() * noise * Math.pow((i - from + 1.0) / (to - from + 1.0), 2.2);
                        case SPIKE -> {
                            double far = (i - (from + (to - from) * 0.62)) / Math.max(2.0, (to - from) * 0.08);
                            yield trouble.size() * noise * (Math.exp(-far * far) + 0.06);
                        }
                        case RARE -> random.nextInt(14) == 0 ? trouble.size() : 0;
                        case DAYTIME -> trouble.size() * noise * day;
                        case BACK -> {
                            int back = HOURS - 9;
                            yield i >= back
                                    ? trouble.size() * noise * (i - back + 2) / 9.0
                                    : i < HOURS - 72 ? trouble.size() * 0.4 * noise * day : 0;
                        }
                    };
            hours[i] = Math.round(rate);
        }
        hours[from] = Math.max(1, hours[from]);
        hours[to] = Math.max(1, hours[to]);
        return hours;
    }
}
