package io.errortracker.ui.access;

import io.errortracker.secret.HashedSecret;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the web API: whoever sends one of the configured tokens as {@code Authorization: Bearer}. Tokens are kept as hashes and
 * compared in constant time; an address that sends ten wrong ones within a minute is turned away unheard. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ApiTokens {
    /** Seconds after which somebody who was turned away may try again. */
    public static final int RETRY_AFTER_SECONDS = 60;

    private static final String SCHEME = "Bearer ";
    private static final String HASHED = "sha256:";
    private static final int MAX_LENGTH = 1_024;

    private final List<Token> tokens;
    private final FailureThrottle throttle;

    private ApiTokens(List<Token> tokens, Clock clock) {
        this.tokens = tokens;
        throttle = new FailureThrottle(clock);
    }

    /**
     * @param configured each plain or {@code sha256:} and 64 hex digits, then, after a blank, what it may do: {@code read}, {@code write},
     *     {@code upload}, none of them for all; no token at all switches the API off
     * @throws IllegalArgumentException with the rule, without the token, when a hash is malformed
     */
    static ApiTokens of(List<String> configured, Clock clock) {
        List<Token> tokens = new ArrayList<>();
        for (String token : configured) {
            if (!token.isBlank()) {
                tokens.add(Token.of(token.strip()));
            }
        }
        return new ApiTokens(List.copyOf(tokens), clock);
    }

    /** What to make of a request. */
    public enum Verdict {
        /** Let it in. */
        RIGHT,
        /** No token is configured: 404. */
        OFF,
        /** It has no token: 401. */
        MISSING,
        /** Its token is none of ours: 401. */
        WRONG,
        /** Its address sent too many wrong ones: 429. */
        THROTTLED
    }

    /** Looks at the request's {@code Authorization}; a wrong token counts against its address. */
    public Verdict judge(HttpServletRequest request) {
        if (tokens.isEmpty()) {
            return Verdict.OFF;
        }
        String address = ClientAddress.throttled(request);
        if (throttle.isClosed(address)) {
            return Verdict.THROTTLED;
        }
        String sent = bearer(request.getHeader("Authorization"));
        if (sent == null) {
            return Verdict.MISSING;
        }
        if (isOurs(sent)) {
            return Verdict.RIGHT;
        }
        throttle.failed(address);
        return Verdict.WRONG;
    }

    int count() {
        return tokens.size();
    }

    /** Whether the token of a request that was judged right may do one of these. */
    public boolean allows(HttpServletRequest request, Set<ApiScope> needed) {
        String sent = bearer(request.getHeader("Authorization"));
        boolean allowed = false;
        for (Token token : tokens) {
            allowed |= sent != null && token.secret().matches(sent) && token.maySomeOf(needed);
        }
        return allowed;
    }

    /** Compares with each, so that the time tells nothing of which. */
    private boolean isOurs(String sent) {
        boolean ours = false;
        for (Token token : tokens) {
            ours |= token.secret().matches(sent);
        }
        return ours && sent.length() <= MAX_LENGTH;
    }

    private static @Nullable String bearer(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? authorization.substring(SCHEME.length()).strip()
                : null;
    }

    private static HashedSecret secret(String token) {
        if (!token.startsWith(HASHED)) {
            return HashedSecret.of(token);
        }
        try {
            return HashedSecret.ofSha256(token.substring(HASHED.length()));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("tracker.api.tokens: after sha256: come 64 hex digits", malformed);
        }
    }

    /** A token and what it may do. */
    private record Token(HashedSecret secret, Set<ApiScope> scopes) {
        static Token of(String configured) {
            int blank = 0;
            while (blank < configured.length() && !Character.isWhitespace(configured.charAt(blank))) {
                blank++;
            }
            return new Token(
                    ApiTokens.secret(configured.substring(0, blank)), ApiScope.parse(configured.substring(blank)));
        }

        boolean maySomeOf(Set<ApiScope> needed) {
            return needed.stream().anyMatch(scopes::contains);
        }
    }
}
