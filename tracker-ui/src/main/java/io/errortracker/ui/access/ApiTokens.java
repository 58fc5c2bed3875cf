package io.errortracker.ui.access;

import io.errortracker.secret.HashedSecret;
import io.errortracker.store.StoreUnavailableException;
import io.errortracker.ui.access.MadeTokens.Kept;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the web API: whoever sends one of the tokens that are configured or that people made, as {@code Authorization: Bearer}. Tokens are kept as hashes and
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

    private final List<Token> configured;
    private final MadeTokens made;
    private final Clock clock;
    private final FailureThrottle throttle;

    private ApiTokens(List<Token> configured, MadeTokens made, Clock clock) {
        this.configured = configured;
        this.made = made;
        this.clock = clock;
        throttle = new FailureThrottle(clock);
    }

    /**
     * @param configured each plain or {@code sha256:} and 64 hex digits, then, after a blank, what it may do: {@code read}, {@code write},
     *     {@code upload}, none of them for all
     * @param made those that people made; where there are none of either, the API is off
     * @throws IllegalArgumentException with the rule, without the token, when a hash is malformed
     */
    static ApiTokens of(List<String> configured, MadeTokens made, Clock clock) {
        List<Token> tokens = new ArrayList<>();
        for (String token : configured) {
            if (!token.isBlank()) {
                tokens.add(Token.of(token.strip()));
            }
        }
        return new ApiTokens(List.copyOf(tokens), made, clock);
    }

    /** What to make of a request. */
    public enum Verdict {
        /** Let it in. */
        RIGHT,
        /** There is no token that could be right: 404. */
        OFF,
        /** It has no token: 401. */
        MISSING,
        /** Its token is none of ours: 401. */
        WRONG,
        /** Its token was right until its time was over: 401. */
        EXPIRED,
        /** Its address sent too many wrong ones: 429. */
        THROTTLED,
        /** It cannot be known now: 503. */
        UNKNOWN
    }

    /**
     * A verdict.
     *
     * @param scopes what the request may do; empty unless it is let in
     */
    public record Judgement(Verdict verdict, Set<ApiScope> scopes) {
        private static Judgement of(Verdict verdict) {
            return new Judgement(verdict, Set.of());
        }

        /** Whether it may do one of these. */
        public boolean allows(Set<ApiScope> needed) {
            return needed.stream().anyMatch(scopes::contains);
        }
    }

    /** Looks at the request's {@code Authorization}; a wrong token counts against its address. */
    public Judgement judge(HttpServletRequest request) {
        String address = ClientAddress.throttled(request);
        if (throttle.isClosed(address)) {
            return Judgement.of(Verdict.THROTTLED);
        }
        String sent = bearer(request.getHeader("Authorization"));
        Judgement judgement = sent == null ? withoutToken() : judge(sent);
        if (judgement.verdict() == Verdict.WRONG) {
            throttle.failed(address);
        }
        return judgement;
    }

    private Judgement withoutToken() {
        try {
            return Judgement.of(configured.isEmpty() && made.kept().isEmpty() ? Verdict.OFF : Verdict.MISSING);
        } catch (StoreUnavailableException unknown) {
            return Judgement.of(Verdict.MISSING);
        }
    }

    private Judgement judge(String sent) {
        if (sent.length() > MAX_LENGTH) {
            return Judgement.of(Verdict.WRONG);
        }
        Set<ApiScope> scopes = configuredScopes(sent);
        if (!scopes.isEmpty()) {
            return new Judgement(Verdict.RIGHT, scopes);
        }
        try {
            return judgeMade(sent, made.kept());
        } catch (StoreUnavailableException unknown) {
            return Judgement.of(Verdict.UNKNOWN);
        }
    }

    /** Compares with each, so that the time tells nothing of which. */
    private Set<ApiScope> configuredScopes(String sent) {
        Set<ApiScope> scopes = EnumSet.noneOf(ApiScope.class);
        for (Token token : configured) {
            if (token.secret().matches(sent)) {
                scopes.addAll(token.scopes());
            }
        }
        return scopes;
    }

    private Judgement judgeMade(String sent, List<Kept> tokens) {
        Kept right = null;
        for (Kept token : tokens) {
            right = token.secret().matches(sent) ? token : right;
        }
        if (right == null) {
            return Judgement.of(configured.isEmpty() && tokens.isEmpty() ? Verdict.OFF : Verdict.WRONG);
        }
        if (right.token().isExpired(clock.instant())) {
            return Judgement.of(Verdict.EXPIRED);
        }
        made.used(right.token());
        return new Judgement(Verdict.RIGHT, right.scopes());
    }

    /** What those may do that are configured, one after the other. */
    public List<Set<ApiScope>> configured() {
        return configured.stream().map(Token::scopes).toList();
    }

    /** Those that people made. */
    public MadeTokens made() {
        return made;
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
    }
}
