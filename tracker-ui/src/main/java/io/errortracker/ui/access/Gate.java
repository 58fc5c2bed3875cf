package io.errortracker.ui.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * The one door to the pages. Every request of the pages passes {@link #enter}, those for static files too, and before it changes
 * anything {@link #mayChange}. Thread-safe.
 *
 * @since 0.1.0
 */
public interface Gate {

    /** The form field that carries {@link Visitor#csrfToken()}. */
    String CSRF_FIELD = "csrf";

    /** The request header that carries {@link Visitor#csrfToken()} where a script sends the request. */
    String CSRF_HEADER = "X-CSRF-Token";

    /**
     * Lets a visitor in, or answers the request itself: the sign-in and sign-out addresses, a redirect to them, the container's login,
     * 401, 403 or 404. Sets the headers of {@link #secure} unless the container's own login page answers, which is the application's
     * and stays as it is; so do not call {@code secure} before it.
     *
     * @return the visitor; empty when the response is complete and nothing more may be written
     */
    Optional<Visitor> enter(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException;

    /**
     * Whether this visitor may change something with this request: an admin, a POST from our own pages and not from a foreign one, with the
     * right token in {@link #CSRF_FIELD} or {@link #CSRF_HEADER}. When false the caller answers 403 and changes nothing.
     */
    boolean mayChange(HttpServletRequest request, Visitor visitor);

    /** Sets every security header. {@link #enter} has done so already; for answers given without it, such as one to its own failure. */
    void secure(HttpServletResponse response);
}
