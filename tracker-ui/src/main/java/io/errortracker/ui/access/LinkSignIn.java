package io.errortracker.ui.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * With the one-time link from the server log. Opening it shows a button and leaves it valid, for a preview or a scanner that follows
 * links must not use it up; the button uses it.
 */
final class LinkSignIn implements SignInMethod {
    private final OneTimeLink link;
    private final SignInThrottle throttle;
    private final SignInPages pages;

    LinkSignIn(OneTimeLink link, SignInThrottle throttle, SignInPages pages) {
        this.link = link;
        this.throttle = throttle;
        this.pages = pages;
    }

    @Override
    public void ask(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String token = request.getParameter("token");
        if (mayTry(token, request, response)) {
            if (token != null && link.opensWith(token)) {
                throttle.succeeded(ClientAddress.throttled(request));
                pages.offerButton(response, token);
            } else {
                turnAway(request, response);
            }
        }
    }

    @Override
    public boolean accepts(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String token = Forms.field(request, "token");
        if (!mayTry(token, request, response)) {
            return false;
        }
        if (token != null && link.use(token)) {
            throttle.succeeded(ClientAddress.throttled(request));
            return true;
        }
        turnAway(request, response);
        return false;
    }

    @Override
    public void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        link.offer();
        pages.closed(response);
    }

    @Override
    public void signedOut(HttpServletResponse response) throws IOException {
        pages.signedOut(response, HttpServletResponse.SC_OK);
    }

    @Override
    public void style(HttpServletResponse response) throws IOException {
        pages.style(response);
    }

    private boolean mayTry(@Nullable String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        int wait = token == null ? 0 : throttle.take(ClientAddress.throttled(request));
        if (wait > 0) {
            response.setIntHeader("Retry-After", wait);
            pages.tooMany(response, wait);
        }
        return wait == 0;
    }
}
