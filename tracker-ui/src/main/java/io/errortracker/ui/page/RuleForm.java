package io.errortracker.ui.page;

import io.errortracker.noise.Criterion;
import io.errortracker.store.IgnoreRule;
import io.errortracker.store.IgnoreRule.Criteria;
import java.util.Locale;
import java.util.Objects;

/**
 * A rule as it is typed.
 *
 * @param criteria what is asked for; may be nothing that can be read
 * @param note why
 * @since 0.1.0
 */
public record RuleForm(Criteria criteria, String note) {

    static RuleForm of(IgnoreRule rule) {
        return new RuleForm(rule.criteria(), rule.note());
    }

    /** What a request says in its address or its form. */
    public static RuleForm read(Query query) {
        Criteria criteria = Criteria.NONE;
        for (Criterion criterion : Criterion.values()) {
            criteria = criterion.set(criteria, Objects.requireNonNullElse(query.text(id(criterion)), ""));
        }
        return new RuleForm(criteria, Objects.requireNonNullElse(query.text("note"), ""));
    }

    boolean isEmpty() {
        return criteria.isEmpty();
    }

    private static String id(Criterion criterion) {
        return criterion.name().toLowerCase(Locale.ROOT);
    }

    static NoiseRuleView.Field field(Criterion criterion, String value, String problem) {
        String[] words =
                switch (criterion) {
                    case EXCEPTION ->
                        new String[] {
                            "Exception",
                            "Class of any exception in the chain; those that extend it as well.",
                            "java.net.SocketTimeoutException"
                        };
                    case MESSAGE ->
                        new String[] {
                            "Message", "RE2 pattern, found anywhere in a message as it was captured.", "^Read timed out"
                        };
                    case ROUTE -> new String[] {"Route or path", "* stands for anything.", "GET /internal/*"};
                    case STATUS ->
                        new String[] {"Status of the answer", "Several are separated by commas.", "404, 5xx, 500-503"};
                    case USER_AGENT ->
                        new String[] {
                            "User agent", "Found anywhere in it, in any case; * stands for anything.", "uptimerobot"
                        };
                    case ENTRY_POINT ->
                        new String[] {
                            "Entry point",
                            "Its kind or its name: jaxrs, servlet, ejb, cdi, logging, manual, ...",
                            "NightlyReport.run"
                        };
                };
        boolean code = criterion != Criterion.STATUS && criterion != Criterion.USER_AGENT;
        return new NoiseRuleView.Field(id(criterion), words[0], value, words[1], words[2], problem, code);
    }
}
