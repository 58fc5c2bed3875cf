package io.errortracker.alert;

import java.time.Duration;

/**
 * When a rule fires.
 *
 * @since 0.1.0
 */
public sealed interface Condition {

    /** The first event of an issue. */
    record NewIssue() implements Condition {}

    /** A resolved issue that happens again. */
    record Regression() implements Condition {}

    /**
     * Events of the last hour are above the hourly mean of the 24 hours before by at least this much. A mean below 1 counts as 1.
     *
     * @param percent above the mean: 100 is twice the mean
     * @param floor fewer events in the hour never fire
     */
    record Spike(int percent, int floor) implements Condition {}

    /** More distinct users than this are affected, for the first time. */
    record HighVolume(int users) implements Condition {}

    /**
     * So many events, or so many distinct users, or both, within a window.
     *
     * @param events 0 when they do not matter
     * @param users 0 when they do not matter
     * @param both whether both must be reached, where both matter
     * @param window 1 minute to 24 hours
     */
    record Threshold(int events, int users, boolean both, Duration window) implements Condition {}
}
