package io.errortracker.ui.page;

import io.errortracker.noise.Criterion;
import io.errortracker.store.IgnoreRule.Criteria;
import io.errortracker.ui.page.NoiseView.Ask;
import java.util.ArrayList;
import java.util.List;

/** What a rule asks for, in words. */
final class Asks {
    private Asks() {}

    static List<Ask> of(Criteria criteria) {
        List<Ask> asks = new ArrayList<>();
        for (Criterion criterion : Criterion.values()) {
            String value = criterion.of(criteria);
            if (!value.isEmpty()) {
                asks.add(new Ask(name(criterion), ForeignText.plain(value)));
            }
        }
        return List.copyOf(asks);
    }

    static String name(Criterion criterion) {
        return switch (criterion) {
            case EXCEPTION -> "exception";
            case MESSAGE -> "message";
            case ROUTE -> "route";
            case STATUS -> "status";
            case USER_AGENT -> "user agent";
            case ENTRY_POINT -> "entry point";
        };
    }
}
