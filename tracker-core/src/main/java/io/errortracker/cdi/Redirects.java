package io.errortracker.cdi;

import org.jspecify.annotations.Nullable;

/**
 * Exceptions by which a resource answers with a success or a redirect: nothing failed.
 *
 * @since 0.1.0
 */
public final class Redirects {
    private static final String WEB_APPLICATION_EXCEPTION = "jakarta.ws.rs.WebApplicationException";

    private Redirects() {}

    /** Whether it is one; false where the server has no JAX-RS. */
    public static boolean isRedirect(Throwable thrown) {
        return Marks.isA(thrown.getClass(), WEB_APPLICATION_EXCEPTION) && Answer.isBelow400(thrown);
    }

    /** Loaded only where the server has JAX-RS. */
    private static final class Answer {
        static boolean isBelow400(@Nullable Throwable thrown) {
            return thrown instanceof jakarta.ws.rs.WebApplicationException answer
                    && answer.getResponse() != null
                    && answer.getResponse().getStatus() < 400;
        }
    }
}
