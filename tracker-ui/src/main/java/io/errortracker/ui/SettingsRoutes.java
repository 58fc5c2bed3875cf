package io.errortracker.ui;

import io.errortracker.ui.access.ApiTokens;
import io.errortracker.ui.action.IngestButtons;
import io.errortracker.ui.action.TokenButtons;
import io.errortracker.ui.page.Answer;
import io.errortracker.ui.page.IngestDesk;
import io.errortracker.ui.page.Problem;
import io.errortracker.ui.page.SettingsPage;
import io.errortracker.ui.page.TokensPage;
import io.errortracker.ui.page.Visit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages and buttons below {@code /settings}. */
final class SettingsRoutes {
    private static final List<String> TOKENS = List.of("tokens");

    private final SettingsPage settings;
    private final IngestButtons ingest;
    private final TokensPage tokens;
    private final TokenButtons tokenButtons;

    /** @param desk null while the ingest is off @param served source maps that the application itself hands to everybody */
    SettingsRoutes(@Nullable IngestDesk desk, ApiTokens apiTokens, List<String> served) {
        settings = new SettingsPage(desk, served);
        ingest = new IngestButtons(desk, settings);
        tokens = new TokensPage(apiTokens);
        tokenButtons = new TokenButtons(apiTokens.made(), tokens);
    }

    /** @param below the path below {@code /settings} */
    Answer look(List<String> below, Visit visit) {
        if (below.isEmpty()) {
            return settings.show(visit);
        }
        if (below.equals(TOKENS)) {
            return tokens.show(visit);
        }
        return below.size() == 2 && below.get(0).equals("copy")
                ? settings.copy(visit, below.get(1))
                : Problem.notFound(visit);
    }

    Answer press(List<String> below, Visit visit) {
        if (below.equals(TOKENS)) {
            return tokenButtons.make(visit);
        }
        if (below.equals(List.of("tokens", "revoke"))) {
            return tokenButtons.revoke(visit);
        }
        return below.size() == 1 ? ingest.press(visit, below.get(0)) : Problem.notFound(visit);
    }
}
