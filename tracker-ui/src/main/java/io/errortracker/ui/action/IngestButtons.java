package io.errortracker.ui.action;

import io.errortracker.ui.page.Answer;
import io.errortracker.ui.page.Flash;
import io.errortracker.ui.page.IngestDesk;
import io.errortracker.ui.page.Problem;
import io.errortracker.ui.page.SettingsPage;
import io.errortracker.ui.page.Visit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page Settings changes of the ingest.
 *
 * @since 0.1.0
 */
public final class IngestButtons {
    private static final int LONGEST = 4_000;

    private final @Nullable IngestDesk desk;
    private final SettingsPage page;

    /** @param desk null while the ingest is off */
    public IngestButtons(@Nullable IngestDesk desk, SettingsPage page) {
        this.desk = desk;
        this.page = page;
    }

    /** @param button {@code new-key}, {@code retire-key} or {@code origins} */
    public Answer press(Visit visit, String button) {
        return desk == null ? Problem.notFound(visit) : press(desk, visit, button);
    }

    private Answer press(IngestDesk open, Visit visit, String button) {
        switch (button) {
            case "new-key" -> {
                open.makeKey();
                return done(visit, Flash.Said.KEY_MADE);
            }
            case "retire-key" -> {
                open.retireKey();
                return done(visit, Flash.Said.KEY_RETIRED);
            }
            case "origins" -> {
                return origins(open, visit);
            }
            default -> {
                return Problem.notFound(visit);
            }
        }
    }

    private Answer origins(IngestDesk open, Visit visit) {
        if (open.originsAreConfigured()) {
            return done(visit, null);
        }
        String typed = String.join("\n", visit.query().values().getOrDefault("origins", List.of()));
        String cut = typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST);
        String wrong = open.keepOrigins(cut);
        return wrong == null ? done(visit, Flash.Said.ORIGINS_SAVED) : page.again(visit, cut, wrong);
    }

    private static Answer done(Visit visit, Flash.@Nullable Said said) {
        String next = visit.base() + "/settings";
        return new Answer.SeeOther(said == null ? next : Flash.tell(next, said));
    }
}
