package io.errortracker.ui;

import io.errortracker.ui.page.Theme;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What the reader's browser remembers of how pages should look. Nothing that lets anybody in. */
final class Cookies {
    private static final String THEME = "errortracker-theme";
    private static final String ZONE = "errortracker-zone";
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final int YEAR_SECONDS = 365 * 24 * 60 * 60;

    private Cookies() {}

    static Theme theme(HttpServletRequest request) {
        return Theme.ofLabel(value(request, THEME));
    }

    /** The reader's time zone as the script told it; UTC until then. */
    static ZoneId zone(HttpServletRequest request) {
        String name = value(request, ZONE);
        if (name == null || name.length() > 50) {
            return UTC;
        }
        try {
            return ZoneId.of(name.replace("%2F", "/"));
        } catch (DateTimeException unknown) {
            return UTC;
        }
    }

    static void remember(Theme theme, String path, boolean secure, HttpServletResponse response) {
        Cookie cookie = new Cookie(THEME, theme.label());
        cookie.setPath(path);
        cookie.setMaxAge(YEAR_SECONDS);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    private static @Nullable String value(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name)) {
                return cookie.getValue();
            }
        }
        return null;
    }
}
