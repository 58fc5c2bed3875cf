package io.errortracker.alert.webhook;

import org.jspecify.annotations.Nullable;

/**
 * The webhook of the configuration, and what all webhooks are signed with.
 *
 * @param url where to; may be in a private network, for whoever writes the configuration runs the server; null when there is none
 * @param shape of its JSON
 * @param secret signs every post; null leaves them unsigned
 * @since 0.1.0
 */
public record WebhookSettings(
        @Nullable String url, Shape shape, @Nullable String secret) {

    /** Never tells where to or the secret. */
    @Override
    public String toString() {
        return "WebhookSettings[" + shape + "]";
    }
}
