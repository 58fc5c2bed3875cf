package io.errortracker.event.json;

import io.errortracker.event.FrameRole;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Roles of frames as words: {@code guard}. Sentry's JSON has none. */
final class FrameRoles {
    static final String KEY = "role";

    private FrameRoles() {}

    static String word(FrameRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** Null for any other word. */
    static @Nullable FrameRole of(@Nullable String word) {
        for (FrameRole role : FrameRole.values()) {
            if (word(role).equals(word)) {
                return role;
            }
        }
        return null;
    }
}
