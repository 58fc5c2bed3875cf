package io.errortracker.ui.page;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.User;
import io.errortracker.ui.page.EventView.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of an event's request, in the few words that stand above its stack trace. */
final class Fates {
    private Fates() {}

    static List<Fate> of(ErrorEvent event) {
        List<Fate> fates = new ArrayList<>();
        addResponse(event, fates);
        addTransaction(event, fates);
        String user = user(event.user());
        if (user != null) {
            fates.add(new Fate("neutral", ForeignText.line("user " + user)));
        }
        if (event.environment() != null) {
            fates.add(new Fate("neutral", ForeignText.line(event.environment())));
        }
        if (event.serverName() != null) {
            fates.add(new Fate("neutral", ForeignText.line(event.serverName())));
        }
        return List.copyOf(fates);
    }

    private static void addResponse(ErrorEvent event, List<Fate> fates) {
        Object status = event.context("response", "status_code");
        if (status != null) {
            String code = status.toString();
            fates.add(new Fate(code.startsWith("5") ? "bad" : "neutral", ForeignText.line("response " + code)));
        }
    }

    private static void addTransaction(ErrorEvent event, List<Fate> fates) {
        Object status = event.context("jta", "status");
        if (status == null) {
            return;
        }
        String word = status.toString().toLowerCase(Locale.ROOT);
        if (word.contains("no_transaction") || word.equals("none")) {
            return;
        }
        if (word.contains("roll") || Boolean.TRUE.equals(event.context("jta", "rolls_back"))) {
            fates.add(new Fate("bad", ForeignText.line("transaction rolled back")));
        } else if (word.contains("committed")) {
            fates.add(new Fate("neutral", ForeignText.line("transaction committed")));
        } else {
            fates.add(new Fate("neutral", ForeignText.line("in a transaction")));
        }
    }

    /** {@code 42 (jo)}, {@code jo}; null when nobody is known. */
    static @Nullable String user(@Nullable User user) {
        if (user == null) {
            return null;
        }
        String name = user.username() != null ? user.username() : user.email();
        if (user.id() == null) {
            return name != null ? name : user.ipAddress();
        }
        return name == null ? user.id() : user.id() + " (" + name + ")";
    }
}
