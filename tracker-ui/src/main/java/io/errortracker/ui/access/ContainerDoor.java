package io.errortracker.ui.access;

import io.errortracker.health.SelfHealth;
import io.errortracker.ui.access.Visitor.Role;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The application's own login and the container's roles. */
final class ContainerDoor implements Door {
    private final @Nullable String adminRole;
    private final @Nullable String viewerRole;
    private final AntiForgery antiForgery;
    private final SignInPages pages;
    private final SelfHealth health;

    ContainerDoor(AccessSettings settings, AntiForgery antiForgery, SignInPages pages, SelfHealth health) {
        adminRole = settings.adminRole();
        viewerRole = settings.viewerRole();
        this.antiForgery = antiForgery;
        this.pages = pages;
        this.health = health;
    }

    @Override
    public Optional<Visitor> enter(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getUserPrincipal() == null && !authenticated(request, response)) {
            answerIfNobodyDid(response);
            return Optional.empty();
        }
        Optional<Visitor> visitor = visitor(request);
        if (visitor.isEmpty()) {
            pages.forbidden(response);
            return Optional.empty();
        }
        SecurityHeaders.set(response);
        return visitor;
    }

    /** False when the container has answered: with its login page, a redirect to it, or a challenge. */
    private boolean authenticated(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            return request.authenticate(response);
        } catch (ServletException | RuntimeException failure) {
            health.failed("asking the container who is there", failure);
            return false;
        }
    }

    private void answerIfNobodyDid(HttpServletResponse response) throws IOException {
        if (!response.isCommitted() && response.getStatus() == HttpServletResponse.SC_OK) {
            pages.forbidden(response);
        }
    }

    private Optional<Visitor> visitor(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        if (principal == null) {
            return Optional.empty();
        }
        String name = principal.getName();
        return role(request).map(role -> new Visitor(name, role, antiForgery.token(request, name), false));
    }

    private Optional<Role> role(HttpServletRequest request) {
        if (adminRole != null && request.isUserInRole(adminRole)) {
            return Optional.of(Role.ADMIN);
        }
        return viewerRole != null && request.isUserInRole(viewerRole) ? Optional.of(Role.VIEWER) : Optional.empty();
    }
}
