package io.errortracker.ui.page;

import io.errortracker.store.ApiToken;
import io.errortracker.store.ApiTokenStore;
import io.errortracker.ui.access.ApiScope;
import io.errortracker.ui.access.ApiTokens;
import io.errortracker.ui.access.MadeTokens;
import io.errortracker.ui.access.MadeTokens.Minted;
import io.errortracker.ui.page.TokensView.Configured;
import io.errortracker.ui.page.TokensView.Fresh;
import io.errortracker.ui.page.TokensView.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of the web API: those that people made and those of the configuration.
 *
 * @since 0.1.0
 */
public final class TokensPage {
    private static final Duration SOON = Duration.ofDays(14);

    private final ApiTokens tokens;

    public TokensPage(ApiTokens tokens) {
        this.tokens = tokens;
    }

    public Answer show(Visit visit) {
        return Answer.page("tokens.jte", view(visit, null, TokenForm.EMPTY, ""));
    }

    /** With a token that was just made: the one time that it is shown. */
    public Answer show(Visit visit, Minted minted) {
        Fresh fresh = new Fresh(
                ForeignText.line(minted.token().name()),
                minted.plain(),
                String.join(", ", labels(minted.token().scopes())));
        return Answer.page("tokens.jte", view(visit, fresh, TokenForm.EMPTY, ""));
    }

    /** The page once more after something was typed that makes no token. */
    public Answer again(Visit visit, TokenForm typed, String problem) {
        return new Answer.Html(422, "tokens.jte", view(visit, null, typed, problem));
    }

    private TokensView view(Visit visit, @Nullable Fresh fresh, TokenForm typed, String problem) {
        List<ApiToken> made = tokens.made().all();
        List<Configured> configured = configured(tokens.configured());
        return new TokensView(
                Shell.of("API tokens", "settings", visit),
                summary(made.size(), configured.size()),
                visit.base() + "/api/0/",
                fresh,
                made.stream().map(token -> row(visit, token)).toList(),
                configured,
                typed.typed(problem));
    }

    private static String summary(int made, int configured) {
        if (made + configured == 0) {
            return "There is no token: the web API is off.";
        }
        String limit = made >= ApiTokenStore.MOST ? ", which is as many as there may be" : "";
        return Amount.of(made, "token") + " made here" + limit
                + (configured == 0 ? "" : ", " + configured + " configured");
    }

    private static List<Configured> configured(List<Set<ApiScope>> scopes) {
        List<Configured> rows = new ArrayList<>();
        for (Set<ApiScope> some : scopes) {
            String name = scopes.size() == 1 ? "Configured" : "Configured, no. " + (rows.size() + 1);
            rows.add(new Configured(
                    name, labels(some.stream().map(ApiScope::label).toList())));
        }
        return List.copyOf(rows);
    }

    private static Row row(Visit visit, ApiToken token) {
        Moments moments = visit.moments();
        boolean expired = token.isExpired(visit.now());
        boolean soon = token.isExpired(visit.now().plus(SOON));
        String name = ForeignText.plain(token.name());
        return new Row(
                Long.toString(token.id()),
                name,
                MadeTokens.PREFIX + "…" + token.ending(),
                labels(token.scopes()),
                ForeignText.plain(token.author()),
                moments.of(token.made()),
                moments.ofNullable(token.lastUsed()),
                moments.ofNullable(token.expires()),
                soon ? "regressed" : "ignored",
                expired ? "expired" : soon ? "expires soon" : "",
                expired ? "Remove " + name : "Revoke " + name);
    }

    /** In the order of the scopes. */
    private static List<String> labels(Collection<String> words) {
        List<String> labels = new ArrayList<>();
        for (ApiScope scope : ApiScope.values()) {
            if (words.contains(scope.label())) {
                labels.add(scope.label());
            }
        }
        return List.copyOf(labels);
    }
}
