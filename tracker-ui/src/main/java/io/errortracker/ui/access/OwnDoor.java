package io.errortracker.ui.access;

import io.errortracker.secret.HashedSecret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Sessions of our own, begun and ended at addresses of our own. */
final class OwnDoor implements Door {
    private static final String ADMIN = "admin";

    private final SignInMethod method;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final SameOrigin sameOrigin;
    private final NextPage next;
    private final SignInPages pages;

    OwnDoor(
            SignInMethod method,
            Sessions sessions,
            SessionCookie cookie,
            SameOrigin sameOrigin,
            NextPage next,
            SignInPages pages) {
        this.method = method;
        this.sessions = sessions;
        this.cookie = cookie;
        this.sameOrigin = sameOrigin;
        this.next = next;
        this.pages = pages;
    }

    /** Whether the request is for one of the addresses that this door answers itself. */
    boolean answers(HttpServletRequest request) {
        return AccessRoute.of(request).isPresent();
    }

    @Override
    public Optional<Visitor> enter(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityHeaders.set(response);
        Optional<AccessRoute> route = AccessRoute.of(request);
        if (route.isPresent()) {
            answer(route.get(), request, response);
            return Optional.empty();
        }
        Optional<Visitor> visitor = session(request).map(Session::visitor);
        if (visitor.isEmpty()) {
            method.turnAway(request, response);
        }
        return visitor;
    }

    private void answer(AccessRoute route, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!route.allows(request.getMethod())) {
            response.setHeader("Allow", route.allowed());
            pages.notAllowed(response);
            return;
        }
        switch (route) {
            case SIGN_IN_STYLE -> method.style(response);
            case SIGN_OUT -> signOut(request, response);
            case SIGN_IN -> {
                if (request.getMethod().equals("POST")) {
                    signIn(request, response);
                } else {
                    offerSignIn(request, response);
                }
            }
        }
    }

    private void offerSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (session(request).isPresent()) {
            pages.seeOther(response, next.of(request.getParameter("next")));
        } else {
            method.ask(request, response);
        }
    }

    private void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!sameOrigin.holds(request)) {
            pages.foreign(response);
        } else if (method.accepts(request, response)) {
            cookie.tokens(request).forEach(sessions::end);
            cookie.give(request, response, sessions.begin(ADMIN));
            pages.seeOther(response, next.of(request.getParameter("next")));
        }
    }

    private void signOut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Session> session = session(request);
        if (session.isEmpty()) {
            method.turnAway(request, response);
        } else if (!sameOrigin.holds(request) || !hasToken(request, session.get())) {
            pages.foreign(response);
        } else {
            cookie.tokens(request).forEach(sessions::end);
            cookie.takeBack(request, response);
            method.signedOut(response);
        }
    }

    private static boolean hasToken(HttpServletRequest request, Session session) {
        String sent = Forms.csrfToken(request);
        return sent != null && HashedSecret.of(session.csrfToken()).matches(sent);
    }

    private Optional<Session> session(HttpServletRequest request) {
        List<String> tokens = cookie.tokens(request);
        return tokens.stream().map(sessions::find).flatMap(Optional::stream).findFirst();
    }
}
