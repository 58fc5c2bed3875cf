package io.errortracker.ui;

import io.errortracker.ui.access.Gate;
import io.errortracker.ui.access.SecurityHeaders;
import io.errortracker.ui.access.Visitor;
import io.errortracker.ui.access.Visitor.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Lets everybody in, as an admin unless told otherwise; demands the token and sends the headers of the real one. */
final class OpenGate implements Gate {
    static final String TOKEN = "token-of-this-session";
    private volatile Role role = Role.ADMIN;

    void letInAs(Role newRole) {
        role = newRole;
    }

    @Override
    public Optional<Visitor> enter(HttpServletRequest request, HttpServletResponse response) {
        secure(response);
        return Optional.of(new Visitor("jo", role, TOKEN, true));
    }

    @Override
    public boolean mayChange(HttpServletRequest request, Visitor visitor) {
        return visitor.isAdmin() && TOKEN.equals(request.getParameter(CSRF_FIELD));
    }

    @Override
    public void secure(HttpServletResponse response) {
        SecurityHeaders.set(response);
    }
}
