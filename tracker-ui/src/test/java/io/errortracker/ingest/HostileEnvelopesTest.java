package io.errortracker.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever is sent is answered, and never as a failure of ours. The seeds are fixed: what fails once fails again. */
class HostileEnvelopesTest {
    private static final int MUTATIONS = 10_000;
    private static final String PLACE = "/api/1/envelope/?sentry_key=" + IngestHouse.KEY;
    private final IngestHouse house = new IngestHouse();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void ten_thousand_mutated_envelopes_are_answered_with_200_or_a_reason() {
        List<byte[]> seeds =
                Traffic.all().stream().map(HostileEnvelopesTest::withOurKey).toList();
        Random random = new Random(20_261_123);
        Map<Integer, Integer> statuses = new TreeMap<>();
        long most = 0;
        house.event("{}");
        long heapBefore = heapAfterCollection();
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = mutate(seeds.get(random.nextInt(seeds.size())), random);
            boolean packed = random.nextInt(8) == 0;
            long begun = System.nanoTime();
            HttpResponse<String> answer = packed
                    ? house.post(PLACE, mutate(Traffic.gzip(mutated), random), "Content-Encoding", "gzip")
                    : house.post(PLACE, mutated);
            most = Math.max(most, System.nanoTime() - begun);
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            if (answer.statusCode() != 200) {
                assertThat(answer.headers().firstValue("X-Sentry-Error")).isPresent();
            }
            house.clear();
        }
        long heapAfter = heapAfterCollection();

        System.getLogger("figures")
                .log(
                        System.Logger.Level.INFO,
                        "mutated envelopes={0} statuses={1} slowest={2} ms heap before={3} MiB after={4} MiB",
                        MUTATIONS,
                        statuses,
                        most / 1_000_000,
                        heapBefore >> 20,
                        heapAfter >> 20);
        assertThat(statuses.keySet()).isSubsetOf(200, 400, 403, 413);
        assertThat(statuses).containsKeys(200, 400);
        assertThat(heapAfter - heapBefore).as("growth").isLessThan(32L << 20);
        assertThat(house.event("{}").statusCode()).as("still at work").isEqualTo(200);
        assertThat(house.health.lastFailure()).isNull();
    }

    private static byte[] withOurKey(Traffic recorded) {
        return new String(recorded.body(), StandardCharsets.ISO_8859_1)
                .replace("PUBLICKEY@localhost:18080/shop/errors/1", IngestHouse.KEY + "@localhost/shop/1")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static long heapAfterCollection() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static byte[] mutate(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        int times = 1 + random.nextInt(6);
        for (int i = 0; i < times && bytes.length > 4; i++) {
            bytes = mutateOnce(bytes, random);
        }
        return bytes;
    }

    private static byte[] mutateOnce(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        int length = 1 + random.nextInt(Math.min(40, bytes.length));
        return switch (random.nextInt(9)) {
            case 0 -> set(bytes, at, (byte) random.nextInt(256));
            case 1 -> Arrays.copyOf(bytes, at);
            case 2 -> splice(bytes, at, Math.min(at + length, bytes.length), new byte[0]);
            case 3 -> splice(bytes, at, at, Arrays.copyOfRange(bytes, at, Math.min(at + length, bytes.length)));
            case 4 -> splice(bytes, at, at, nasty(random).getBytes(StandardCharsets.UTF_8));
            case 5 -> set(bytes, at, (byte) "{}[]\",:\n\\".charAt(random.nextInt(9)));
            case 6 -> replaceNumber(bytes, at, random);
            case 7 -> set(bytes, at, (byte) 0);
            default ->
                splice(bytes, at, Math.min(at + 1, bytes.length), new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80});
        };
    }

    private static String nasty(Random random) {
        List<String> nasties = nastyValues();
        return nasties.get(random.nextInt(nasties.size()));
    }

    private static byte[] replaceNumber(byte[] bytes, int from, Random random) {
        int at = from;
        while (at < bytes.length && (bytes[at] < '0' || bytes[at] > '9')) {
            at++;
        }
        String[] numbers = {"-1", "1e400", "99999999999999999999", "0.1e-400", "NaN", "1e1000000", "007", "-0"};
        return at == bytes.length
                ? bytes
                : splice(bytes, at, at + 1, numbers[random.nextInt(numbers.length)].getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] set(byte[] bytes, int at, byte value) {
        bytes[at] = value;
        return bytes;
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] middle) {
        byte[] spliced = new byte[bytes.length - (to - from) + middle.length];
        System.arraycopy(bytes, 0, spliced, 0, from);
        System.arraycopy(middle, 0, spliced, from, middle.length);
        System.arraycopy(bytes, to, spliced, from + middle.length, bytes.length - to);
        return spliced;
    }

    private static List<String> nastyValues() {
        return List.of(
                "null",
                "true",
                "[]",
                "{}",
                "\"\"",
                "[[[[[[[[]]]]]]]]",
                "{\"a\":{\"a\":{\"a\":{}}}}",
                "1e1000000",
                "-1e-1000000",
                "9".repeat(200),
                "0." + "9".repeat(90),
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "\"\\u0000\"",
                "\"\\u202e\\u2066\"",
                "\"" + "x".repeat(20_000) + "\"",
                "[" + "1,".repeat(3_000) + "1]",
                "{\"values\":null}",
                "{\"values\":{\"values\":[]}}",
                "[null,null]",
                "[[\"a\"],[\"b\",\"c\",\"d\"],[1,2]]");
    }

    /** Every part of an event, each time with something in it that does not belong there. */
    @Test
    void every_odd_shape_of_every_part_of_an_event_is_taken_or_refused() {
        List<String> parts = List.of(
                "event_id",
                "timestamp",
                "level",
                "platform",
                "logger",
                "transaction",
                "server_name",
                "release",
                "dist",
                "environment",
                "message",
                "logentry",
                "exception",
                "threads",
                "stacktrace",
                "breadcrumbs",
                "tags",
                "extra",
                "contexts",
                "user",
                "request",
                "modules",
                "fingerprint",
                "sdk",
                "debug_meta",
                "spans",
                "type",
                "start_timestamp");
        List<String> broken = new ArrayList<>();
        for (String part : parts) {
            for (String value : nastyValues()) {
                for (String shape : List.of(
                        "{\"" + part + "\":" + value + "}",
                        "{\"" + part + "\":" + value + ",\"" + part + "\":" + value + "}",
                        "{\"" + part + "\":{\"values\":[" + value + "],\"images\":" + value + ",\"trace\":" + value
                                + "}}",
                        "{\"" + part + "\":{\"values\":[{\"type\":" + value + ",\"value\":" + value + ",\"stacktrace\":"
                                + "{\"frames\":[" + value + ",{\"lineno\":" + value + ",\"vars\":" + value
                                + "}]},\"mechanism\":"
                                + value + "}]}}")) {
                    for (String type : List.of("event", "transaction", "feedback")) {
                        int status = house.envelope("{}\n{\"type\":\"" + type + "\"}\n" + shape)
                                .statusCode();
                        if (status != 200 && status != 400) {
                            broken.add(status + " " + type + " " + shape);
                        }
                    }
                }
            }
            house.clear();
        }
        assertThat(broken).isEmpty();
        assertThat(house.health.lastFailure()).isNull();
    }

    @Test
    void bombs_of_json_are_refused_and_cost_little() {
        String deep = "[".repeat(100_000);
        StringBuilder keys = new StringBuilder("{\"extra\":{");
        for (int i = 0; i < 60_000; i++) {
            keys.append("\"k").append(i).append("\":1,");
        }
        keys.append("\"z\":1}}");
        StringBuilder colliding = new StringBuilder("{\"extra\":{");
        for (int i = 0; i < 4_096; i++) {
            colliding.append('"');
            for (int bit = 0; bit < 12; bit++) {
                colliding.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            colliding.append("\":1,");
        }
        colliding.append("\"z\":1}}");

        assertThat(house.event(deep).statusCode()).isEqualTo(400);
        assertThat(house.event("{\"a\":".repeat(5_000)).statusCode()).isEqualTo(400);
        assertThat(house.event(keys.toString()).statusCode()).isEqualTo(400);
        assertThat(house.event("{\"timestamp\":" + "9".repeat(900_000) + "}").statusCode())
                .isEqualTo(400);
        assertThat(house.event(colliding.toString()).statusCode()).isEqualTo(200);
        assertThat(house.event("{\"timestamp\":1e1000000}").statusCode()).isEqualTo(200);
        assertThat(house.envelope("{}\n{\"type\":\"span\",\"content_type\":"
                                + "\"application/vnd.sentry.items.span.v2+json\"}\n{\"items\":[" + "{},".repeat(4_000)
                                + "{}]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(house.spans).isEmpty();
        assertThat(house.health.lastFailure()).isNull();
    }
}
