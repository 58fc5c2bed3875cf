package io.errortracker.ingest;

import io.errortracker.CappedJvm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;

/** Sends bombs to an ingest in this JVM: one after the other, or twenty of a kind at once. */
final class IngestBombs {
    private static final String PLACE = "/api/1/envelope/?sentry_key=" + IngestHouse.KEY;
    private static final int AT_ONCE = 20;
    private static final String EVENT = "{}\n{\"type\":\"event\"}\n";
    private static final String SPANS =
            "{}\n{\"type\":\"span\",\"content_type\":\"application/vnd.sentry.items.span.v2+json\"}\n";

    private IngestBombs() {}

    private record Bomb(byte[] body, String encoding) {
        int send(IngestHouse house) {
            return encoding.isEmpty()
                    ? house.post(PLACE, body).statusCode()
                    : house.post(PLACE, body, "Content-Encoding", encoding).statusCode();
        }
    }

    /**
     * @param arguments {@code each} or {@code together}, and the directory where the bombs lie; with {@code unbounded} without the limit
     *     of what is unpacked
     */
    public static void main(String[] arguments) throws Exception {
        boolean together = arguments[0].equals("together");
        try (IngestHouse house = house(List.of(arguments).contains("unbounded"))) {
            Map<String, Bomb> bombs = read(Path.of(arguments[1]));
            for (int i = 0; i < 50; i++) {
                house.event("{}");
            }
            bombs.values().forEach(bomb -> bomb.send(house));
            house.clear();
            System.out.println("base=" + ((CappedJvm.live() >> 20) + 1));
            for (Map.Entry<String, Bomb> bomb : bombs.entrySet()) {
                System.out.println(together ? together(house, bomb) : alone(house, bomb));
                house.clear();
            }
            System.out.println("alive=" + house.event("{}").statusCode());
            System.out.println("failures=" + (house.health.lastFailure() == null ? 0 : 1));
        }
        System.exit(0);
    }

    private static IngestHouse house(boolean unbounded) {
        IngestLimits wide = IngestHouse.WIDE;
        IngestLimits none = new IngestLimits(
                1 << 30,
                1 << 30,
                wide.maxItems(),
                wide.maxHeaderBytes(),
                wide.maxReadMillis(),
                wide.maxAtOnce(),
                wide.address(),
                wide.key(),
                wide.all(),
                wide.maxAddresses());
        return unbounded
                ? new IngestHouse(none, List.of(IngestHouse.KEY), List.of(), false, Clock.systemUTC())
                : new IngestHouse();
    }

    private static String alone(IngestHouse house, Map.Entry<String, Bomb> bomb) {
        long live = CappedJvm.live();
        long begun = System.nanoTime();
        int status = bomb.getValue().send(house);
        long millis = (System.nanoTime() - begun) / 1_000_000;
        return "bomb " + bomb.getKey() + ": status " + status + ", " + millis + " ms, peak +"
                + ((CappedJvm.peak() - live) >> 20) + " MiB";
    }

    private static String together(IngestHouse house, Map.Entry<String, Bomb> bomb) throws Exception {
        long live = CappedJvm.live();
        long begun = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<Callable<Integer>> sends = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            sends.add(() -> bomb.getValue().send(house));
        }
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (Future<Integer> status : threads.invokeAll(sends)) {
            statuses.merge(status.get(), 1, Integer::sum);
        }
        threads.shutdown();
        long millis = (System.nanoTime() - begun) / 1_000_000;
        return "bomb 20 x " + bomb.getKey() + ": statuses " + statuses + ", " + millis + " ms, peak +"
                + ((CappedJvm.peak() - live) >> 20) + " MiB";
    }

    /** Writes them all, for making them takes more memory than they may take. */
    static void write(Path directory) throws IOException {
        int number = 10;
        for (Map.Entry<String, Bomb> bomb : bombs().entrySet()) {
            Path file = directory.resolve(number++ + "~" + bomb.getValue().encoding() + "~"
                    + bomb.getKey().replace(':', ' '));
            Files.write(file, bomb.getValue().body());
        }
    }

    private static Map<String, Bomb> read(Path directory) throws IOException {
        Map<String, Bomb> bombs = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                bombs.put(name, new Bomb(Files.readAllBytes(file), name.split("~", -1)[1]));
            }
        }
        return bombs;
    }

    private static Map<String, Bomb> bombs() {
        Map<String, Bomb> bombs = new LinkedHashMap<>();
        bombs.put("gzip 1000:1", new Bomb(Traffic.gzip(new byte[190 << 20]), "gzip"));
        bombs.put("gzip within gzip within gzip", new Bomb(nested(), "gzip"));
        bombs.put("deflate 1000:1", new Bomb(deflate(new byte[190 << 20]), "deflate"));
        bombs.put("gzip that unpacks to gzip, fifty times", new Bomb(quineLike(), "gzip"));
        bombs.put("gzip of 100:1 that is JSON", new Bomb(Traffic.gzip(text(EVENT + array("{}", 300_000))), "gzip"));
        bombs.put("depth 10^5", plain(EVENT + "[".repeat(100_000)));
        bombs.put("10^6 keys", new Bomb(Traffic.gzip(text(EVENT + keys(1_000_000))), "gzip"));
        bombs.put("10^5 keys", plain(EVENT + keys(80_000)));
        bombs.put("10^6 digits", plain(EVENT + "{\"timestamp\":" + "9".repeat(1_000_000) + "}"));
        bombs.put("5,000 keys of one hash", plain(EVENT + colliding(4_900)));
        bombs.put("empty objects", plain(EVENT + "{\"extra\":{\"a\":" + array("{}", 340_000) + "}}"));
        bombs.put("empty arrays", plain(EVENT + "{\"breadcrumbs\":" + array("[]", 340_000) + "}"));
        bombs.put("small numbers", plain(EVENT + "{\"extra\":{\"a\":" + array("1", 500_000) + "}}"));
        bombs.put("as many values as there may be", plain(EVENT + "{\"extra\":{\"a\":" + array("{}", 24_000) + "}}"));
        bombs.put("as many keys of spans as there may be", plain(SPANS + "{\"items\":" + spans(1_000) + "}"));
        bombs.put("one long string", plain(EVENT + "{\"message\":\"" + "x".repeat(1_000_000) + "\"}"));
        bombs.put("10^5 items", plain("{}\n" + "{\"type\":\"x\"}\n\n".repeat(60_000)));
        return bombs;
    }

    private static Bomb plain(String text) {
        return new Bomb(text(text), "");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] nested() {
        return Traffic.gzip(Traffic.gzip(Traffic.gzip(new byte[256 << 20])));
    }

    private static byte[] quineLike() {
        byte[] packed = text("{}");
        for (int i = 0; i < 50; i++) {
            packed = Traffic.gzip(packed);
        }
        return packed;
    }

    private static byte[] deflate(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(plain);
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
        return packed.toByteArray();
    }

    private static String array(String value, int times) {
        return "[" + (value + ",").repeat(times - 1) + value + "]";
    }

    private static String keys(int many) {
        StringBuilder keys = new StringBuilder("{\"extra\":{");
        for (int i = 0; i < many; i++) {
            keys.append("\"k").append(i).append("\":1,");
        }
        return keys.append("\"z\":1}}").toString();
    }

    /** Strings of {@code Aa} and {@code BB} have one hash. */
    private static String colliding(int many) {
        StringBuilder keys = new StringBuilder("{\"extra\":{");
        for (int i = 0; i < many; i++) {
            keys.append('"');
            for (int bit = 0; bit < 13; bit++) {
                keys.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            keys.append("\":1,");
        }
        return keys.append("\"z\":1}}").toString();
    }

    private static String spans(int many) {
        StringBuilder span = new StringBuilder("{");
        for (int i = 0; i < 38; i++) {
            span.append("\"attribute").append(i).append("\":\"v\",");
        }
        return array(span.append("\"z\":1}").toString(), many);
    }
}
