package io.errortracker.servlet;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestAttributeEvent;
import jakarta.servlet.ServletRequestAttributeListener;

/**
 * Undoes what our filter's mere presence changes on GlassFish and Payara: an {@link Error} that passes a filter is wrapped there, and
 * the error page would show the wrapper. Puts the error itself back before the container looks for a page.
 */
final class EscapedErrors implements ServletRequestAttributeListener {

    /** Whether the server is one of those. */
    static boolean areWrappedBy(String serverInfo) {
        return serverInfo.contains("GlassFish") || serverInfo.contains("Payara");
    }

    @Override
    public void attributeAdded(ServletRequestAttributeEvent event) {
        unwrap(event);
    }

    @Override
    public void attributeReplaced(ServletRequestAttributeEvent event) {
        unwrap(event);
    }

    private static void unwrap(ServletRequestAttributeEvent event) {
        if (!RequestDispatcher.ERROR_EXCEPTION.equals(event.getName())) {
            return;
        }
        ServletRequest request = event.getServletRequest();
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof ServletException wrapper
                && wrapper.getRootCause() instanceof Error error
                && TrackerFilter.hasSeenEscape(request, error)) {
            request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, error);
        }
    }
}
