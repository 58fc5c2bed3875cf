package io.errortracker.ui;

import io.errortracker.noise.DefaultRule;
import io.errortracker.store.IgnoreRule;
import io.errortracker.ui.action.NoiseButtons;
import io.errortracker.ui.page.Answer;
import io.errortracker.ui.page.NoisePage;
import io.errortracker.ui.page.NoiseParts;
import io.errortracker.ui.page.NoiseRulePage;
import io.errortracker.ui.page.Problem;
import io.errortracker.ui.page.Query;
import io.errortracker.ui.page.Visit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages and buttons below {@code /noise}. */
final class NoiseRoutes {
    private final NoiseParts noise;
    private final NoisePage list;
    private final NoiseRulePage rule;
    private final NoiseButtons buttons;

    NoiseRoutes(NoiseParts noise) {
        this.noise = noise;
        list = new NoisePage(noise);
        rule = new NoiseRulePage(noise);
        buttons = new NoiseButtons(noise.store(), rule);
    }

    /** @param below the path below {@code /noise} */
    Answer look(List<String> below, Visit visit) {
        if (below.isEmpty()) {
            return list.show(visit);
        }
        if (below.equals(List.of("new"))) {
            return rule.make(visit);
        }
        IgnoreRule found = below.size() == 1 ? find(below.get(0)) : null;
        return found == null ? Problem.notFound(visit) : rule.edit(visit, found);
    }

    Answer press(List<String> below, Visit visit) {
        if (below.equals(List.of("new"))) {
            return buttons.make(visit);
        }
        if (below.size() == 3 && below.get(0).equals("default")) {
            return pressSwitch(below.get(1), below.get(2), visit);
        }
        IgnoreRule found = below.isEmpty() || below.size() > 2 ? null : find(below.get(0));
        if (found == null) {
            return Problem.notFound(visit);
        }
        return buttons.press(visit, found, below.size() == 1 ? "" : below.get(1));
    }

    private Answer pressSwitch(String name, String position, Visit visit) {
        DefaultRule found = DefaultRule.ofLabel(name);
        boolean on = position.equals("on");
        return found == null || !(on || position.equals("off"))
                ? Problem.notFound(visit)
                : buttons.switchDefault(visit, found, on);
    }

    private @Nullable IgnoreRule find(String number) {
        Long id = Query.number(number);
        return id == null
                ? null
                : noise.store().wishes().rules().stream()
                        .filter(found -> found.id() == id)
                        .findFirst()
                        .orElse(null);
    }
}
