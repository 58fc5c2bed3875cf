package io.errortracker.ui.page;

/** Why clients did not send something, in words. */
final class Discards {
    private Discards() {}

    /** @param reason as Sentry's SDKs name it; those we do not know stand for themselves */
    static String explanation(String reason) {
        return switch (reason) {
            case "ratelimit_backoff" -> "were held back because the tracker had asked the client to send less";
            case "queue_overflow", "buffer_overflow" -> "did not fit into the client's queue";
            case "cache_overflow" -> "did not fit into the client's cache on disk";
            case "network_error" -> "could not be sent: the tracker was not reached";
            case "send_error" -> "were sent and refused";
            case "internal_sdk_error" -> "were lost by a failure of the client itself";
            case "sample_rate" -> "were left out by the client's sample rate";
            case "before_send" -> "were dropped by beforeSend in the client";
            case "event_processor" -> "were dropped by an event processor or integration in the client";
            case "ignored" -> "were dropped by the client's list of what to ignore";
            case "no_parent_span" -> "were spans outside any trace";
            case "backpressure" -> "were left out because the client was busy";
            case "invalid" -> "were invalid";
            default -> ForeignText.plain(reason.replace('_', ' '));
        };
    }
}
