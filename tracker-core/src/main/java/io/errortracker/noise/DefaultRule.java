package io.errortracker.noise;

import io.errortracker.event.ErrorEvent;
import io.errortracker.health.DropReason;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is noise unless somebody says otherwise, in the order in which it is asked.
 *
 * @since 0.1.0
 */
public enum DefaultRule {
    /** The client went away while the answer was being written. */
    CLIENT_ABORTS(DropReason.CLIENT_ABORT),
    /** It happened on the tracker's own pages. */
    OWN_PAGES(DropReason.OWN_PAGE),
    /** It happened on a path that only asks whether the application is well. */
    HEALTH_CHECKS(DropReason.HEALTH_CHECK),
    /** The answer was a 4xx. */
    CLIENT_ERRORS(DropReason.CLIENT_ERROR),
    /** A search engine's robot or a scanner asked. */
    BOTS(DropReason.BOT);

    private final DropReason reason;

    DefaultRule(DropReason reason) {
        this.reason = reason;
    }

    /** Under which its drops are counted. */
    public DropReason reason() {
        return reason;
    }

    /** {@code client-aborts}: the end of its configuration key, and its name in addresses and in the store. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rule of this label; null when there is none. */
    public static @Nullable DefaultRule ofLabel(String label) {
        for (DefaultRule rule : values()) {
            if (rule.label().equals(label)) {
                return rule;
            }
        }
        return null;
    }

    boolean matches(ErrorEvent event, OwnPaths own) {
        return switch (this) {
            case CLIENT_ABORTS -> ClientFault.isAbort(event);
            case OWN_PAGES -> own.hold(event.request());
            case HEALTH_CHECKS -> HealthChecks.isOne(event.request());
            case CLIENT_ERRORS -> ClientFault.isError(event);
            case BOTS -> Bots.asked(event);
        };
    }
}
