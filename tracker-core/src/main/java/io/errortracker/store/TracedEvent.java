package io.errortracker.store;

import java.time.Instant;

/**
 * A stored event as others of its trace see it.
 *
 * @param eventId 32 hex digits
 * @param issueId the issue it belongs to
 * @param shortId of the issue: {@code SHOP-42}
 * @param type the kind of failure that heads the issue
 * @param value the rest of the headline; may be empty
 * @param platform of the issue's latest event
 * @param happened when the event happened
 * @since 0.1.0
 */
public record TracedEvent(
        String eventId, long issueId, String shortId, String type, String value, String platform, Instant happened) {}
