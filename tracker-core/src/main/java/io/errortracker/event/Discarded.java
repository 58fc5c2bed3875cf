package io.errortracker.event;

/**
 * What a client says it did not send.
 *
 * @param reason {@code ratelimit_backoff}
 * @param category of what it was: {@code error}
 * @param quantity how many, not negative
 * @since 0.1.0
 */
public record Discarded(String reason, String category, long quantity) {}
