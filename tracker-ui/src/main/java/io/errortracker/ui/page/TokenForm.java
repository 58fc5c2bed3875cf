package io.errortracker.ui.page;

import io.errortracker.ui.access.ApiScope;
import io.errortracker.ui.page.TokensView.Choice;
import io.errortracker.ui.page.TokensView.Typed;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed to make a token.
 *
 * @param scopes what it may do
 * @param days how long it is good for; 0 for ever; -1 when that was not said
 * @since 0.1.0
 */
public record TokenForm(String name, Set<ApiScope> scopes, int days) {
    private static final int LONGEST = 100;
    private static final List<Integer> DAYS = List.of(30, 90, 365, 0);

    /** Nothing typed yet: a token for a build, for three months. */
    static final TokenForm EMPTY = new TokenForm("", EnumSet.of(ApiScope.UPLOAD), 90);

    public static TokenForm read(Query query) {
        Set<ApiScope> scopes = EnumSet.noneOf(ApiScope.class);
        query.values().getOrDefault("scope", List.of()).forEach(word -> ApiScope.ofLabel(word)
                .ifPresent(scopes::add));
        String name = query.text("name");
        return new TokenForm(name == null ? "" : name, scopes, days(query.text("days")));
    }

    private static int days(@Nullable String chosen) {
        return DAYS.stream()
                .filter(offered -> offered.toString().equals(chosen))
                .findFirst()
                .orElse(-1);
    }

    /** What is missing; null when nothing is. */
    public @Nullable String problem() {
        if (name.isEmpty()) {
            return "Nothing was made: a token needs a name, so that people know what to revoke.";
        }
        if (name.length() > LONGEST) {
            return "Nothing was made: the name is longer than " + LONGEST + " characters.";
        }
        if (scopes.isEmpty()) {
            return "Nothing was made: say what the token may do.";
        }
        return days < 0 ? "Nothing was made: say how long the token is good for." : null;
    }

    /** Null for ever. */
    public @Nullable Duration validity() {
        return days == 0 ? null : Duration.ofDays(days);
    }

    Typed typed(String problem) {
        return new Typed(
                name,
                Arrays.stream(ApiScope.values())
                        .map(scope -> new Choice(scope.label(), scope.label(), hint(scope), scopes.contains(scope)))
                        .toList(),
                DAYS.stream()
                        .map(offered -> new Choice(
                                offered.toString(),
                                offered == 0 ? "never" : "in " + offered + " days",
                                "",
                                offered == days))
                        .toList(),
                problem);
    }

    private static String hint(ApiScope scope) {
        return switch (scope) {
            case READ -> "issues, events, releases";
            case WRITE -> "change issues";
            case UPLOAD -> "announce releases, upload source maps";
        };
    }
}
