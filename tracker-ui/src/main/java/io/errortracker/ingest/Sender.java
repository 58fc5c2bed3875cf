package io.errortracker.ingest;

import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, as far as the server itself knows.
 *
 * @param address of the other end of the connection; null when the container tells none
 * @param throttledAs what is limited together: the address, or the network of one
 * @param principal who is signed in with the container; only for pages of our own origin
 * @param userAgent of a browser; null when it is none
 * @param key that was used
 */
record Sender(
        @Nullable String address,
        String throttledAs,
        @Nullable String principal,
        @Nullable String userAgent,
        String key) {}
