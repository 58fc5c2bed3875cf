package io.errortracker.store.jpa;

import io.errortracker.bundled.hibernate.StatelessSession;
import io.errortracker.store.RetentionPolicy;
import io.errortracker.store.jpa.Thinning.Spared;
import java.util.List;

/**
 * How much is stored.
 *
 * @param bytes that it is thought to take
 */
record Stock(long events, long bytes) {
    /** Events that are removed at once at the most. */
    static final int CHUNK = 500;

    /** What an event takes beside its payload: its row, the keys of four indexes, its share of the counters. */
    static final long BYTES_BESIDE_PAYLOAD = 600;

    private static final long BYTES_OF_ISSUE = 3_000;
    private static final double SHARE_FOR_ROWS = 0.6;
    private static final long BYTES_FOR_EACH_REMOVED = 400_000;

    static Stock count(StatelessSession session) {
        Object[] row = session.createNativeQuery(
                        "select count(*), coalesce(sum(cast(bytes as bigint)), 0) from event", Object[].class)
                .getSingleResult();
        long events = ((Number) row[0]).longValue();
        long issues = new OtherQueries(session).count("issue");
        return new Stock(0, issues * BYTES_OF_ISSUE).with(events, ((Number) row[1]).longValue());
    }

    /** In a small store a chunk is small, too: removing writes to the file. */
    static int chunk(RetentionPolicy policy) {
        return (int) Math.min(CHUNK, Math.max(50, policy.maxBytes() / BYTES_FOR_EACH_REMOVED));
    }

    /** @param payloads their bytes */
    Stock with(long moreEvents, long payloads) {
        return new Stock(events + moreEvents, bytes + payloads + moreEvents * BYTES_BESIDE_PAYLOAD);
    }

    Stock without(List<Spared> going) {
        return with(-going.size(), -going.stream().mapToLong(Spared::bytes).sum());
    }

    /** @param share of the limits */
    boolean isBeyond(RetentionPolicy policy, double share) {
        return surplus(policy, share) > 0;
    }

    /** About how many events are too many. */
    long surplus(RetentionPolicy policy, double share) {
        long tooMany = events - (long) (policy.maxEvents() * share);
        double tooLarge = bytes - policy.maxBytes() * SHARE_FOR_ROWS * share;
        long ofThatSize = tooLarge > 0 ? (long) Math.ceil(tooLarge * events / bytes) : 0;
        return Math.max(0, Math.max(tooMany, ofThatSize));
    }
}
