package io.errortracker.ui.access;

/**
 * Somebody who was let in.
 *
 * @param name what the pages and the activity of an issue call them
 * @param role what they may do
 * @param csrfToken goes into every form as the hidden field {@value Gate#CSRF_FIELD}; bound to this visitor's session
 * @param canSignOut whether the session is our own, so that a sign-out button makes sense
 * @since 0.1.0
 */
public record Visitor(String name, Role role, String csrfToken, boolean canSignOut) {

    /** What a visitor may do. */
    public enum Role {
        /** Looks, and changes nothing. */
        VIEWER,
        /** Looks and changes. */
        ADMIN
    }

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }
}
