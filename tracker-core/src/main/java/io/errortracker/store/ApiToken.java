package io.errortracker.store;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token of the web API that somebody made on the pages. The token itself is nowhere: only its hash is.
 *
 * @param id its number; 0 for one that is not kept yet
 * @param name what people call it; no two have the same
 * @param sha256 of the token, 64 lower-case hex digits
 * @param ending its last four characters
 * @param scopes what it may do: words such as {@code upload}
 * @param author who made it
 * @param expires from when on it is refused; null for never
 * @param lastUsed about when it was last used, to the hour; null for never
 * @since 0.1.0
 */
public record ApiToken(
        long id,
        String name,
        String sha256,
        String ending,
        Set<String> scopes,
        String author,
        Instant made,
        @Nullable Instant expires,
        @Nullable Instant lastUsed) {

    public ApiToken {
        scopes = Set.copyOf(scopes);
    }

    /** Whether it is refused now because its time is over. */
    public boolean isExpired(Instant now) {
        return expires != null && !expires.isAfter(now);
    }

    /** Without the hash, which is nobody's business. */
    @Override
    public String toString() {
        return "ApiToken[" + id + ", " + name + "]";
    }
}
