package io.errortracker.ui.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Development: open to a browser on this very machine; for everybody else there is the one-time link. */
final class DevDoor implements Door {
    private static final String DEVELOPER = "developer";

    private final AntiForgery antiForgery;
    private final OwnDoor otherwise;

    DevDoor(AntiForgery antiForgery, OwnDoor otherwise) {
        this.antiForgery = antiForgery;
        this.otherwise = otherwise;
    }

    @Override
    public Optional<Visitor> enter(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!LocalBrowser.sent(request) || otherwise.answers(request)) {
            return otherwise.enter(request, response);
        }
        SecurityHeaders.set(response);
        return Optional.of(new Visitor(DEVELOPER, Visitor.Role.ADMIN, antiForgery.token(request, DEVELOPER), false));
    }
}
