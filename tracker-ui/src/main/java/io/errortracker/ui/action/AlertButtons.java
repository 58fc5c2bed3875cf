package io.errortracker.ui.action;

import io.errortracker.alert.AlertDesk;
import io.errortracker.alert.AlertRule;
import io.errortracker.store.alert.AlertAction;
import io.errortracker.ui.page.AlertForm;
import io.errortracker.ui.page.AlertRulePage;
import io.errortracker.ui.page.Answer;
import io.errortracker.ui.page.Flash;
import io.errortracker.ui.page.Problem;
import io.errortracker.ui.page.Query;
import io.errortracker.ui.page.Visit;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the pages about alerts change: rules are made, saved, paused, muted and deleted, ways are tested, messages sent again.
 *
 * @since 0.1.0
 */
public final class AlertButtons {
    private static final Map<String, Duration> MUTES =
            Map.of("1h", Duration.ofHours(1), "1d", Duration.ofDays(1), "7d", Duration.ofDays(7));

    private final AlertDesk desk;
    private final AlertRulePage page;

    public AlertButtons(AlertDesk desk, AlertRulePage page) {
        this.desk = desk;
        this.page = page;
    }

    public Answer press(Visit visit, String button) {
        String key = Optional.ofNullable(visit.query().text("key")).orElse("");
        String author = visit.visitor().name();
        return switch (button) {
            case "save" -> save(visit, key, author);
            case "pause" -> done(visit, desk.pause(key, true, author) ? Flash.Said.ALERT_RULE_PAUSED : null);
            case "resume" -> done(visit, desk.pause(key, false, author) ? Flash.Said.ALERT_RULE_RESUMED : null);
            case "mute" -> mute(visit, key, author);
            case "delete" -> done(visit, desk.delete(key) ? Flash.Said.ALERT_RULE_DELETED : null);
            case "test" -> test(visit, author);
            case "again" -> again(visit);
            default -> Problem.notFound(visit);
        };
    }

    private Answer save(Visit visit, String key, String author) {
        AlertRule old = key.isEmpty() ? null : desk.rule(key).orElse(null);
        if (!key.isEmpty() && old == null) {
            return Problem.notFound(visit);
        }
        try {
            AlertRule typed = AlertForm.read(visit.query()).rule();
            AlertRule rule = old == null ? typed : typed.inPlaceOf(old);
            boolean saved = desk.save(rule, author).isPresent();
            return done(visit, saved ? Flash.Said.ALERT_RULE_SAVED : Flash.Said.TOO_MANY_RULES);
        } catch (IllegalArgumentException broken) {
            return page.again(visit, old);
        }
    }

    private Answer mute(Visit visit, String key, String author) {
        Duration time = MUTES.get(Optional.ofNullable(visit.query().text("for")).orElse(""));
        return time != null && desk.mute(key, visit.now().plus(time), author)
                ? done(visit, Flash.Said.ALERT_RULE_MUTED)
                : Problem.notFound(visit);
    }

    private Answer test(Visit visit, String author) {
        Optional<AlertAction.Kind> kind = AlertAction.Kind.ofLabel(
                Optional.ofNullable(visit.query().text("way")).orElse(""));
        if (kind.isEmpty()) {
            return Problem.notFound(visit);
        }
        desk.test(kind.get(), author);
        return done(visit, Flash.Said.TEST_SENT);
    }

    private Answer again(Visit visit) {
        Long id = Query.number(Optional.ofNullable(visit.query().text("id")).orElse(""));
        return id != null && desk.sendAgain(id) ? done(visit, Flash.Said.SENT_AGAIN) : Problem.notFound(visit);
    }

    /** @param said null when somebody else deleted the rule meanwhile */
    private static Answer done(Visit visit, Flash.@Nullable Said said) {
        String list = visit.base() + "/alerts";
        return new Answer.SeeOther(said == null ? list : Flash.tell(list, said));
    }
}
