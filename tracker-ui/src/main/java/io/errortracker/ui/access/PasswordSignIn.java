package io.errortracker.ui.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** With the configured password. */
final class PasswordSignIn implements SignInMethod {
    private final PasswordCheck password;
    private final SignInThrottle throttle;
    private final NextPage next;
    private final SignInPages pages;

    PasswordSignIn(PasswordCheck password, SignInThrottle throttle, NextPage next, SignInPages pages) {
        this.password = password;
        this.throttle = throttle;
        this.next = next;
        this.pages = pages;
    }

    @Override
    public void ask(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.askForPassword(response, HttpServletResponse.SC_OK, next.of(request.getParameter("next")), "");
    }

    @Override
    public boolean accepts(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String guess = Forms.field(request, "password");
        String address = ClientAddress.throttled(request);
        int wait = throttle.take(address);
        Optional<Boolean> right = wait > 0 ? Optional.empty() : password.check(guess == null ? "" : guess);
        if (right.isEmpty()) {
            String message = "Too many attempts. Try again in " + Math.max(1, wait) + " seconds.";
            response.setIntHeader("Retry-After", Math.max(1, wait));
            pages.askForPassword(response, SignInPages.TOO_MANY_REQUESTS, nextAfter(request), message);
        } else if (right.get()) {
            throttle.succeeded(address);
            return true;
        } else {
            pages.askForPassword(
                    response, HttpServletResponse.SC_FORBIDDEN, nextAfter(request), "That is not the password.");
        }
        return false;
    }

    @Override
    public void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String method = request.getMethod();
        if (request.getHeader("HX-Request") != null) {
            // a piece of a page cannot show a sign-in page: the script goes there as a whole
            response.setHeader("HX-Redirect", pages.signIn());
            pages.signedOut(response, HttpServletResponse.SC_UNAUTHORIZED);
        } else if (method.equals("GET") || method.equals("HEAD")) {
            pages.seeOther(response, pages.signIn(asked(request)));
        } else {
            pages.signedOut(response, HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    @Override
    public void signedOut(HttpServletResponse response) throws IOException {
        pages.seeOther(response, pages.signIn());
    }

    @Override
    public void style(HttpServletResponse response) throws IOException {
        pages.style(response);
    }

    private String nextAfter(HttpServletRequest request) {
        return next.of(Forms.field(request, "next"));
    }

    private String asked(HttpServletRequest request) {
        String query = request.getQueryString();
        return next.of(query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query);
    }
}
