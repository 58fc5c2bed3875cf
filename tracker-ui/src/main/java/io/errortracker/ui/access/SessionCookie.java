package io.errortracker.ui.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;

/**
 * The cookie that carries a session's token: HttpOnly, SameSite=Strict, sent to the pages' own path only, and over https Secure with the
 * {@code __Secure-} prefix.
 *
 * <p>Not {@code __Host-}: that prefix demands the path {@code /}, and the browser would then hand an admin's token to every application
 * of the host with every request, where logs and dumps could keep it, and two applications on one host would sign each other out. What the
 * prefix is for, a sibling domain planting a cookie, gains nothing here: a token that we did not make opens nothing, and every cookie
 * of the name is tried, so a planted one cannot hide ours.
 */
final class SessionCookie {
    private static final String NAME = "tracker_session";
    private static final String NAME_OVER_HTTPS = "__Secure-" + NAME;
    private static final int MAX_TRIED = 5;

    private final String path;
    private final SameOrigin origin;

    SessionCookie(String path, SameOrigin origin) {
        this.path = path;
        this.origin = origin;
    }

    /** The tokens that came with the request; more than one only when somebody planted one. */
    List<String> tokens(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return List.of();
        }
        String name = name(request);
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .limit(MAX_TRIED)
                .toList();
    }

    void give(HttpServletRequest request, HttpServletResponse response, String token) {
        response.addCookie(cookie(request, token, -1));
    }

    void takeBack(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(request, "", 0));
    }

    private Cookie cookie(HttpServletRequest request, String value, int maxAgeSeconds) {
        Cookie cookie = new Cookie(name(request), value);
        cookie.setPath(path);
        cookie.setHttpOnly(true);
        cookie.setSecure(origin.isHttps(request));
        cookie.setAttribute("SameSite", "Strict");
        cookie.setMaxAge(maxAgeSeconds);
        return cookie;
    }

    private String name(HttpServletRequest request) {
        return origin.isHttps(request) ? NAME_OVER_HTTPS : NAME;
    }
}
