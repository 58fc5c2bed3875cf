package io.errortracker.store;

import java.time.Instant;

/**
 * A rule that somebody made: what meets it is counted, not stored.
 *
 * @param id its number
 * @param criteria what it asks for
 * @param note why it was made; empty when nobody said
 * @param paused whether it drops nothing for now
 * @param created when it was made
 * @param author who made it
 * @since 0.1.0
 */
public record IgnoreRule(long id, Criteria criteria, String note, boolean paused, Instant created, String author) {

    /**
     * What a rule asks for. An event must meet all that is not empty.
     *
     * @param exception the class of any exception of the chain, with or without its package; those that extend it as well
     * @param message an RE2 pattern, found anywhere in a message
     * @param route the request's route or path, {@code *} standing for anything: {@code GET /orders/*}, {@code /internal/*}
     * @param status of the answer: {@code 404}, {@code 4xx}, {@code 500-503}; several are separated by commas
     * @param userAgent a text found anywhere in the user agent, in any case, {@code *} standing for anything
     * @param entryPoint how the code was entered: its kind ({@code ejb}, {@code logging}) or its name, {@code *} standing for anything
     */
    public record Criteria(
            String exception, String message, String route, String status, String userAgent, String entryPoint) {
        public static final Criteria NONE = new Criteria("", "", "", "", "", "");

        public Criteria {
            exception = exception.strip();
            message = message.strip();
            route = route.strip();
            status = status.strip();
            userAgent = userAgent.strip();
            entryPoint = entryPoint.strip();
        }

        /** Whether it asks for nothing. */
        public boolean isEmpty() {
            return equals(NONE);
        }

        public Criteria exception(String newException) {
            return new Criteria(newException, message, route, status, userAgent, entryPoint);
        }

        public Criteria message(String newMessage) {
            return new Criteria(exception, newMessage, route, status, userAgent, entryPoint);
        }

        public Criteria route(String newRoute) {
            return new Criteria(exception, message, newRoute, status, userAgent, entryPoint);
        }

        public Criteria status(String newStatus) {
            return new Criteria(exception, message, route, newStatus, userAgent, entryPoint);
        }

        public Criteria userAgent(String newUserAgent) {
            return new Criteria(exception, message, route, status, newUserAgent, entryPoint);
        }

        public Criteria entryPoint(String newEntryPoint) {
            return new Criteria(exception, message, route, status, userAgent, newEntryPoint);
        }
    }
}
