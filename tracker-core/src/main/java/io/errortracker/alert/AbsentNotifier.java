package io.errortracker.alert;

import io.errortracker.store.alert.AlertAction;
import org.jspecify.annotations.Nullable;

/**
 * Stands for a way that cannot be used, and says why.
 *
 * @param kind the way
 * @param isSetUp whether the configuration wants it all the same
 * @param problem why it cannot be used, and what to do about it
 * @since 0.1.0
 */
public record AbsentNotifier(AlertAction.Kind kind, boolean isSetUp, String problem) implements Notifier {

    @Override
    public String destination(@Nullable String target) {
        return "nowhere";
    }

    @Override
    public void send(Message message) throws NotSent {
        throw NotSent.yet(problem);
    }
}
