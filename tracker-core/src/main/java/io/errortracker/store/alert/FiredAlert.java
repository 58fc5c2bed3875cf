package io.errortracker.store.alert;

import io.errortracker.event.Level;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it fired: everything a message about it says, so that it can be told after the issue has changed or is gone.
 *
 * @param id 32 hex digits; the same however often it is sent
 * @param kind why it fired
 * @param ruleKey the rule's key
 * @param ruleName what people call the rule
 * @param reason why it fired, in a sentence
 * @param fired when
 * @param subject what it is about
 * @param actions what is to be done with it
 * @since 0.1.0
 */
public record FiredAlert(
        String id,
        Kind kind,
        String ruleKey,
        String ruleName,
        String reason,
        Instant fired,
        Subject subject,
        List<AlertAction> actions) {
    public FiredAlert {
        actions = List.copyOf(actions);
    }

    /** Why an alert fired. */
    public enum Kind {
        NEW_ISSUE("New issue"),
        REGRESSION("Regression"),
        SPIKE("Spike"),
        HIGH_VOLUME("Many users"),
        CUSTOM("Threshold"),
        DIGEST("Digest"),
        TEST("Test");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** For people, as the beginning of a line. */
        public String title() {
            return title;
        }
    }

    /**
     * What an alert is about. Text in it is foreign.
     *
     * @param issueId 0 when it is about no issue
     * @param shortId {@code SHOP-42}; empty when it is about no issue
     * @param type the kind of failure
     * @param value the rest of the headline; may be empty
     * @param culprit where, in the application's own code; null when unknown
     * @param entryPoint {@code POST /orders/{id}}; null when unknown
     * @param level how bad
     * @param environment null when unknown
     * @param release null when unknown
     * @param eventId the event that fired it; null when only a number was known
     * @param events how many events the issue has
     * @param users how many distinct users it has
     * @param hours its events per hour, the latest hour last
     * @param frames the application's own frames of the event, innermost first, one line each
     */
    public record Subject(
            long issueId,
            String shortId,
            String type,
            String value,
            @Nullable String culprit,
            @Nullable String entryPoint,
            Level level,
            @Nullable String environment,
            @Nullable String release,
            @Nullable String eventId,
            long events,
            long users,
            List<Long> hours,
            List<String> frames) {
        public Subject {
            hours = List.copyOf(hours);
            frames = List.copyOf(frames);
        }

        /** No issue: the subject of digests. */
        public static Subject none() {
            return new Subject(0, "", "", "", null, null, Level.INFO, null, null, null, 0, 0, List.of(), List.of());
        }

        /** {@code type: value}, or the type alone. */
        public String title() {
            return value.isEmpty() ? type : type + ": " + value;
        }
    }
}
