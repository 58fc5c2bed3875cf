package io.errortracker.ui.action;

import io.errortracker.ui.access.MadeTokens;
import io.errortracker.ui.access.MadeTokens.Minted;
import io.errortracker.ui.page.Answer;
import io.errortracker.ui.page.Flash;
import io.errortracker.ui.page.Query;
import io.errortracker.ui.page.TokenForm;
import io.errortracker.ui.page.TokensPage;
import io.errortracker.ui.page.Visit;
import java.util.Optional;

/**
 * Makes and revokes tokens of the web API.
 *
 * @since 0.1.0
 */
public final class TokenButtons {
    private static final String NOT_MADE =
            "Nothing was made: there is a token of that name, or there are as many as there may be. Choose another name, or revoke one first.";

    private final MadeTokens tokens;
    private final TokensPage page;

    public TokenButtons(MadeTokens tokens, TokensPage page) {
        this.tokens = tokens;
        this.page = page;
    }

    /** Answers with the page itself, for the token is shown this once; sent again, the form finds its name taken. */
    public Answer make(Visit visit) {
        TokenForm form = TokenForm.read(visit.query());
        String problem = form.problem();
        if (problem != null) {
            return page.again(visit, form, problem);
        }
        Optional<Minted> minted = tokens.make(
                form.name(), form.scopes(), form.validity(), visit.visitor().name());
        return minted.isPresent() ? page.show(visit, minted.get()) : page.again(visit, form, NOT_MADE);
    }

    public Answer revoke(Visit visit) {
        Long id = Query.number(Optional.ofNullable(visit.query().text("id")).orElse(""));
        String next = visit.base() + "/settings/tokens";
        boolean revoked = id != null && tokens.revoke(id, visit.visitor().name());
        return new Answer.SeeOther(revoked ? Flash.tell(next, Flash.Said.TOKEN_REVOKED) : next);
    }
}
