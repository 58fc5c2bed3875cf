package io.errortracker.ui.access;

import io.errortracker.secret.HashedSecret;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The gate: one door for who comes in, one rule for what they may change. */
final class Doorkeeper implements Gate {
    private final Door door;
    private final SameOrigin sameOrigin;

    Doorkeeper(Door door, SameOrigin sameOrigin) {
        this.door = door;
        this.sameOrigin = sameOrigin;
    }

    @Override
    public Optional<Visitor> enter(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        return door.enter(request, response);
    }

    @Override
    public boolean mayChange(HttpServletRequest request, Visitor visitor) {
        return visitor.isAdmin()
                && request.getMethod().equals("POST")
                && sameOrigin.holds(request)
                && hasTokenOf(visitor, request);
    }

    @Override
    public void secure(HttpServletResponse response) {
        SecurityHeaders.set(response);
    }

    private static boolean hasTokenOf(Visitor visitor, HttpServletRequest request) {
        String sent = Forms.csrfToken(request);
        return sent != null && HashedSecret.of(visitor.csrfToken()).matches(sent);
    }
}
