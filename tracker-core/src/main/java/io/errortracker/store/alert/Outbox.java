package io.errortracker.store.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent, and what became of it. Thread-safe; every method throws
 * {@link io.errortracker.store.StoreUnavailableException} when the store cannot be used now.
 *
 * @since 0.1.0
 */
public interface Outbox {

    /** Whether there may be anything in it: asked before a store is opened only to look. Never throws. */
    boolean mayHoldAnything();

    /**
     * Takes or keeps the office of the one who sends, where several share one store.
     *
     * @param node who asks
     * @param until when the office ends unless it is taken again
     * @return whether the asker has it
     */
    boolean lead(String node, Instant now, Instant until);

    /** Gives the office back, when the asker has it. */
    void resign(String node);

    /** What is to be tried now, what waits longest first. */
    List<Delivery> due(Instant now, int limit);

    /** It was sent. */
    void sent(long delivery, Instant when);

    /** It was not sent. @param again when to try once more; null when that makes no sense */
    void failed(long delivery, String problem, Instant when, @Nullable Instant again);

    /** What was held back and no digest has named yet. */
    Held held();

    /** Puts a digest into the outbox that names everything that is held back now. */
    void digest(FiredAlert digest);

    /** Puts an alert into the outbox that no event fired. */
    void put(FiredAlert alert);

    /** Deliveries, the newest first. */
    List<Delivery> latest(int limit);

    /** Sends a delivery that failed or was sent once more. @return whether there was one */
    boolean again(long delivery, Instant now);

    /** Forgets alerts that fired before and have nothing left to be sent, and counters that were not touched since. */
    void forgetBefore(Instant alerts, Instant counters);

    /**
     * What was held back.
     *
     * @param alerts how many
     * @param first when the first of them fired; null when there are none
     * @param last when the last of them fired; null when there are none
     * @param lastDigest when the last digest was made; null when never
     * @param actions what they are to be told by, each once
     */
    record Held(
            long alerts,
            @Nullable Instant first,
            @Nullable Instant last,
            @Nullable Instant lastDigest,
            List<AlertAction> actions) {
        public Held {
            actions = List.copyOf(actions);
        }
    }
}
