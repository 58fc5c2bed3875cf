package io.errortracker.ui.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Light or dark.
 *
 * @since 0.1.0
 */
public enum Theme {
    /** What the reader's system prefers. */
    AUTO,
    LIGHT,
    DARK;

    /** The word used in the cookie, in forms and in the style sheet. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The theme with this label; {@link #AUTO} for anything else. */
    public static Theme ofLabel(@Nullable String label) {
        for (Theme theme : values()) {
            if (theme.label().equals(label)) {
                return theme;
            }
        }
        return AUTO;
    }
}
