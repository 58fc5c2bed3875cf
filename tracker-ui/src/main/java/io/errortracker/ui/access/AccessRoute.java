package io.errortracker.ui.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The addresses below the pages' path that the gate answers itself where sessions are our own. */
enum AccessRoute {
    SIGN_IN("/sign-in", Set.of("GET", "HEAD", "POST")),
    SIGN_IN_STYLE("/sign-in.css", Set.of("GET", "HEAD")),
    SIGN_OUT("/sign-out", Set.of("POST"));

    private final String path;
    private final Set<String> methods;

    AccessRoute(String path, Set<String> methods) {
        this.path = path;
        this.methods = methods;
    }

    static Optional<AccessRoute> of(HttpServletRequest request) {
        String asked = request.getPathInfo();
        for (AccessRoute route : values()) {
            if (route.path.equals(asked)) {
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }

    String path() {
        return path;
    }

    boolean allows(String method) {
        return methods.contains(method);
    }

    /** For the {@code Allow} header. */
    String allowed() {
        return String.join(", ", new TreeSet<>(methods));
    }
}
