package io.errortracker.store.alert;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is done with an alert.
 *
 * @param kind by which way it is told
 * @param target where to, when that is the rule's own and not the configuration's; null otherwise
 * @since 0.1.0
 */
public record AlertAction(Kind kind, @Nullable String target) {

    /** The ways an alert can be told. */
    public enum Kind {
        MAIL,
        WEBHOOK,
        CDI,
        LOG;

        /** The word used in configuration and on the pages. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> ofLabel(String label) {
            for (Kind kind : values()) {
                if (kind.label().equals(label.toLowerCase(Locale.ROOT))) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** The way, to where the configuration says. */
    public static AlertAction of(Kind kind) {
        return new AlertAction(kind, null);
    }
}
