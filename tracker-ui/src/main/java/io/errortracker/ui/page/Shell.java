package io.errortracker.ui.page;

import io.errortracker.health.SelfHealth.Failure;
import io.errortracker.store.StoreHealth;
import io.errortracker.ui.access.Gate;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param title of the page, in front of the application's name
 * @param section which entry of the navigation is current: {@code issues} or {@code health}
 * @param flash what was just done; null when nothing
 */
record Shell(
        String title,
        String section,
        Visit visit,
        Condition condition,
        @Nullable Flash flash) {
    private static final Duration FRESH = Duration.ofHours(1);

    /**
     * How the tracker itself is.
     *
     * @param look the class that draws it: {@code well} or {@code ill}
     */
    record Condition(String look, String word) {
        private static final Condition WELL = new Condition("well", "healthy");

        static Condition of(Visit visit) {
            StoreHealth store = visit.site().store().health();
            return switch (store.state()) {
                case UNAVAILABLE -> new Condition("ill", "store unavailable");
                case MEMORY_ONLY -> new Condition("ill", "memory only");
                case CLOSED -> new Condition("ill", "store closed");
                case OPEN, NOT_OPENED -> failedLately(visit) ? new Condition("ill", "had a failure") : WELL;
            };
        }

        private static boolean failedLately(Visit visit) {
            Failure last = visit.site().health().lastFailure();
            return last != null && last.when().isAfter(visit.now().minus(FRESH));
        }
    }

    static Shell of(String title, String section, Visit visit) {
        return new Shell(title, section, visit, Condition.of(visit), Flash.of(visit));
    }

    String base() {
        return visit.base();
    }

    String appName() {
        return ForeignText.plain(visit.site().appName());
    }

    String visitor() {
        return ForeignText.plain(visit.visitor().name());
    }

    boolean mayChange() {
        return visit.visitor().isAdmin();
    }

    boolean canSignOut() {
        return visit.visitor().canSignOut();
    }

    String csrf() {
        return visit.visitor().csrfToken();
    }

    String csrfField() {
        return Gate.CSRF_FIELD;
    }

    String here() {
        return visit.here();
    }

    String theme() {
        return visit.theme().label();
    }

    boolean isTheme(String label) {
        return theme().equals(label);
    }

    boolean isIn(String name) {
        return section.equals(name);
    }

    String asset(String path) {
        return visit.base() + "/" + path;
    }

    AssetPaths assets() {
        return visit.site().assets();
    }

    String zone() {
        return visit.zone().getId();
    }
}
