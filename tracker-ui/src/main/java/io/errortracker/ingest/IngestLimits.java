package io.errortracker.ingest;

/**
 * How much may come in.
 *
 * @param maxPackedBytes of a compressed body
 * @param maxBytes of a body, decompressed
 * @param maxItems of an envelope
 * @param maxHeaderBytes of a header line of an envelope
 * @param maxReadMillis that reading a body may take
 * @param maxAtOnce bodies that are read at the same time
 * @param address what one address may send; a /64 network counts as one
 * @param key what may be sent with one key
 * @param all what may be sent altogether
 * @param maxAddresses that are told apart
 * @since 0.1.0
 */
public record IngestLimits(
        int maxPackedBytes,
        int maxBytes,
        int maxItems,
        int maxHeaderBytes,
        int maxReadMillis,
        int maxAtOnce,
        Share address,
        Share key,
        All all,
        int maxAddresses) {

    /**
     * What one sender may send.
     *
     * @param requests so many at once, and after that in a minute
     * @param errors as {@code requests}, of events
     * @param traces as {@code requests}, of transactions and batches of spans
     * @param sessions as {@code requests}, of updates of sessions
     */
    public record Share(Pace requests, Pace errors, Pace traces, Pace sessions) {}

    /** So many at once, so many a minute after that. */
    public record Pace(int burst, int perMinute) {}

    /**
     * What all may send together.
     *
     * @param errorsPer5Minutes events
     * @param errorsPerHour events
     * @param bytesPerDay of bodies
     */
    public record All(int errorsPer5Minutes, int errorsPerHour, long bytesPerDay) {}

    /** For real use: 200 KiB compressed, 1 MiB decompressed, 20 items; one address 60 events a minute, one key 300. */
    public static final IngestLimits DEFAULT = new IngestLimits(
            200 << 10,
            1 << 20,
            20,
            8 << 10,
            10_000,
            32,
            new Share(new Pace(200, 600), new Pace(30, 60), new Pace(100, 300), new Pace(100, 300)),
            new Share(new Pace(1_000, 6_000), new Pace(100, 300), new Pace(300, 1_000), new Pace(1_000, 6_000)),
            new All(1_000, 5_000, 50L << 20),
            10_000);
}
