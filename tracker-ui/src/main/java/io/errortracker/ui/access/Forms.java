package io.errortracker.ui.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.UnsupportedEncodingException;
import org.jspecify.annotations.Nullable;

/** What was typed into our forms. */
final class Forms {
    private Forms() {}

    /** A field of a form that our pages sent; null when it is missing. */
    static @Nullable String field(HttpServletRequest request, String name) {
        readAsUtf8(request);
        return request.getParameter(name);
    }

    /** The anti-forgery token that came with the request; null when there is none. */
    static @Nullable String csrfToken(HttpServletRequest request) {
        String header = request.getHeader(Gate.CSRF_HEADER);
        return header == null ? field(request, Gate.CSRF_FIELD) : header;
    }

    private static void readAsUtf8(HttpServletRequest request) {
        if (request.getCharacterEncoding() == null) {
            try {
                request.setCharacterEncoding("UTF-8");
            } catch (UnsupportedEncodingException impossible) {
                throw new IllegalStateException("every Java platform has UTF-8", impossible);
            }
        }
    }
}
