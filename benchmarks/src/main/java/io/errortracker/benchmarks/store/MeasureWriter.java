package io.errortracker.benchmarks.store;

import io.errortracker.bundled.h2.Driver;
import io.errortracker.event.ErrorEvent;
import io.errortracker.event.EventLimits;
import io.errortracker.event.json.EventJson;
import io.errortracker.event.json.JsonLimits;
import io.errortracker.group.Grouper;
import io.errortracker.health.SelfHealth;
import io.errortracker.issue.GroupedEvent;
import io.errortracker.scrub.ScrubRules;
import io.errortracker.scrub.Scrubber;
import io.errortracker.store.Batch;
import io.errortracker.store.RetentionPolicy;
import io.errortracker.store.jpa.JpaStore;
import io.errortracker.store.jpa.StoreLocation;
import io.errortracker.store.jpa.StoreSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Events a second to disk, each way by turns in one JVM: raw JDBC batches of 500 rows with the same JSON deflated the same way; the store
 * (issues, users, counters and all); and the store after limits, scrubbing and grouping. Drained: closing is part of the time.
 */
public final class MeasureWriter {
    private static final int BATCH = 500;
    private static final int EVENTS = 5_000;
    private static final int ROUNDS = 5;
    private static final int ISSUES = 200;

    private final Grouper grouper = new Grouper();
    private final Scrubber scrubber = new Scrubber(ScrubRules.defaults());
    private final EventJson json = EventJson.create(JsonLimits.OWN);

    private MeasureWriter() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        new MeasureWriter().run();
    }

    private void run() throws IOException, SQLException {
        double[] raw = new double[ROUNDS];
        double[] store = new double[ROUNDS];
        double[] whole = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            double a = perSecond(this::rawJdbc);
            double b = perSecond(directory -> throughStore(directory, false));
            double c = perSecond(directory -> throughStore(directory, true));
            if (round >= 0) {
                raw[round] = a;
                store[round] = b;
                whole[round] = c;
            }
        }
        System.out.printf("bytes of one event as JSON: %d%n", json.write(event(0)).length);
        System.out.printf("raw JDBC, batches of 500          %8.0f events/s%n", median(raw));
        System.out.printf(
                "store                             %8.0f events/s = %.2f of raw%n", median(store), ratio(store, raw));
        System.out.printf(
                "limits, scrub, group, store       %8.0f events/s = %.2f of raw%n", median(whole), ratio(whole, raw));
    }

    private interface Way {
        void write(Path directory) throws IOException, SQLException;
    }

    private static double perSecond(Way way) throws IOException, SQLException {
        Path directory = Files.createTempDirectory("measure-writer");
        long begun = System.nanoTime();
        way.write(directory);
        return EVENTS / ((System.nanoTime() - begun) / 1e9);
    }

    private void rawJdbc(Path directory) throws SQLException, IOException {
        try (Connection connection = new Driver()
                .connect("jdbc:h2:async:" + directory.resolve("raw") + ";WRITE_DELAY=0", new Properties())) {
            connection
                    .createStatement()
                    .execute(
                            "create table event (id bigint primary key, event_id char(32) unique, issue_id bigint, ts timestamp,"
                                    + " level varchar(10), environment varchar(100), release varchar(200), culprit varchar(500),"
                                    + " title varchar(500), payload varbinary(1000000))");
            connection.createStatement().execute("create index by_issue on event (issue_id, ts desc)");
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into event values (?,?,?,?,?,?,?,?,?,?)")) {
                for (int i = 0; i < EVENTS; i++) {
                    add(insert, i);
                    if (i % BATCH == BATCH - 1) {
                        insert.executeBatch();
                        connection.commit();
                    }
                }
            }
        }
    }

    private void add(PreparedStatement insert, int number) throws SQLException, IOException {
        ErrorEvent event = event(number);
        insert.setLong(1, number);
        insert.setString(2, event.id());
        insert.setLong(3, number % ISSUES);
        insert.setTimestamp(4, Timestamp.from(event.timestamp()));
        insert.setString(5, "error");
        insert.setString(6, event.environment());
        insert.setString(7, event.release());
        insert.setString(8, "PriceList.priceOf");
        insert.setString(9, "No price for tea");
        insert.setBytes(10, deflated(json.write(event)));
        insert.addBatch();
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2);
        Deflater deflater = new Deflater(1);
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out, deflater)) {
            deflate.write(bytes);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    private void throughStore(Path directory, boolean whole) {
        SelfHealth health = new SelfHealth(Clock.systemUTC(), System.getLogger("io.errortracker.benchmarks"));
        StoreSettings settings = new StoreSettings(
                new StoreLocation.File(directory.resolve("errors")),
                "BENCH",
                new RetentionPolicy(Duration.ofDays(90), 10_000_000, 10L << 30),
                Clock.systemUTC(),
                health);
        try (JpaStore store = JpaStore.create(settings)) {
            for (int from = 0; from < EVENTS; from += BATCH) {
                List<GroupedEvent> batch = new ArrayList<>(BATCH);
                for (int i = from; i < from + BATCH; i++) {
                    ErrorEvent event = event(i);
                    batch.add(grouper.group(whole ? scrubber.apply(EventLimits.limit(event)) : event));
                }
                store.record(new Batch(batch, List.of(), List.of()));
            }
        }
    }

    private static ErrorEvent event(int number) {
        return SampleEvent.of(number, number % ISSUES, Instant.now());
    }

    private static double ratio(double[] ways, double[] raw) {
        double[] ratios = new double[ROUNDS];
        Arrays.setAll(ratios, i -> ways[i] / raw[i]);
        return median(ratios);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
