package io.errortracker.alert;

import io.errortracker.health.OneLine;
import io.errortracker.store.alert.AlertAction;
import io.errortracker.store.alert.FiredAlert.Kind;
import java.lang.System.Logger.Level;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes alerts to the server's log, a line each.
 *
 * @since 0.1.0
 */
public final class LogNotifier implements Notifier {
    private static final int MOST_NAMED = 20;
    private static final int LONGEST = 200;

    private final BiConsumer<Level, String> log;

    /** @param log writes one line; its logger must begin with {@code io.errortracker}, so that it is never captured */
    public LogNotifier(BiConsumer<Level, String> log) {
        this.log = log;
    }

    @Override
    public AlertAction.Kind kind() {
        return AlertAction.Kind.LOG;
    }

    @Override
    public boolean isSetUp() {
        return true;
    }

    @Override
    public @Nullable String problem() {
        return null;
    }

    @Override
    public String destination(@Nullable String target) {
        return "the server's log";
    }

    @Override
    public void send(Message message) {
        Level level = message.alert().kind() == Kind.TEST ? Level.INFO : Level.WARNING;
        log.accept(level, "Error Tracker alert " + text(message));
    }

    private static String text(Message message) {
        if (message.isDigest()) {
            String names = message.issues().stream()
                    .limit(MOST_NAMED)
                    .map(Message.Named::shortId)
                    .collect(Collectors.joining(", "));
            return message.title() + " " + names + (message.issues().size() > MOST_NAMED ? ", ..." : "");
        }
        String link = message.links().to(message.alert().subject());
        return OneLine.of(message.title(), LONGEST) + " | "
                + OneLine.of(message.alert().reason(), LONGEST) + (link == null ? "" : " | " + link);
    }
}
