package io.errortracker.ui.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The few small pages of the gate itself. They bring their own style: nothing else of the pages can be loaded before one is let in.
 */
final class SignInPages {
    static final int TOO_MANY_REQUESTS = 429;

    private final String root;
    private final byte[] style = readStyle();

    /** @param root the pages' own path: {@code /shop/errors} */
    SignInPages(String root) {
        this.root = root;
    }

    /** The address of the sign-in page. */
    String signIn() {
        return root + AccessRoute.SIGN_IN.path();
    }

    /** The address of the sign-in page that leads on to {@code next}. */
    String signIn(String next) {
        return next.equals(root) ? signIn() : signIn() + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    void askForPassword(HttpServletResponse response, int status, String next, String message) throws IOException {
        String alert = message.isEmpty() ? "" : "<p class=\"alert\" role=\"alert\">" + escape(message) + "</p>";
        html(response, status, "Sign in", form("""
                %s
                <input type="hidden" name="next" value="%s">
                <input class="unseen" type="text" name="username" value="admin" autocomplete="username" tabindex="-1" aria-hidden="true" readonly>
                <label for="password">Password</label>
                <input id="password" type="password" name="password" autocomplete="current-password" required autofocus>
                <button>Sign in</button>
                """.formatted(alert, escape(next))));
    }

    void offerButton(HttpServletResponse response, String token) throws IOException {
        html(response, HttpServletResponse.SC_OK, "Sign in", form("""
                <p>This link from the server log opens the error pages once.</p>
                <input type="hidden" name="token" value="%s">
                <button autofocus>Sign in</button>
                """.formatted(escape(token))));
    }

    void closed(HttpServletResponse response) throws IOException {
        message(response, HttpServletResponse.SC_NOT_FOUND, "Not found", """
                <p>There is nothing to see here without signing in.</p>
                <p>If you run this server: its log holds a link that opens once. For a lasting way in, set
                <code>tracker.admin.role</code> or <code>tracker.admin.password-hash</code>.</p>""");
    }

    void forbidden(HttpServletResponse response) throws IOException {
        message(response, HttpServletResponse.SC_FORBIDDEN, "Forbidden", """
                <p>You are not in the role that may see the error pages.</p>
                <p>If you run this server: <code>tracker.admin.role</code> and <code>tracker.viewer.role</code> name it.</p>""");
    }

    void foreign(HttpServletResponse response) throws IOException {
        message(response, HttpServletResponse.SC_FORBIDDEN, "Forbidden", """
                <p>This request did not come from these pages, so nothing was changed. Go back, reload the page and try again.</p>
                <p>If you run this server behind a proxy: <code>tracker.base-url</code> must be the address that people use.</p>""");
    }

    void signedOut(HttpServletResponse response, int status) throws IOException {
        message(
                response,
                status,
                "Signed out",
                "<p>You are not signed in. <a href=\"" + escape(root) + "\">Sign in</a></p>");
    }

    void tooMany(HttpServletResponse response, int wait) throws IOException {
        message(response, TOO_MANY_REQUESTS, "Too many attempts", "<p>Try again in " + wait + " seconds.</p>");
    }

    void notAllowed(HttpServletResponse response) throws IOException {
        message(
                response,
                HttpServletResponse.SC_METHOD_NOT_ALLOWED,
                "Method not allowed",
                "<p>This address is not for that.</p>");
    }

    /** A path without a host: what the {@code Host} header says is not to be trusted. */
    void seeOther(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
    }

    void style(HttpServletResponse response) throws IOException {
        write(response, HttpServletResponse.SC_OK, "text/css;charset=UTF-8", style);
    }

    private String form(String fields) {
        return "<form method=\"post\" action=\"" + escape(signIn()) + "\">\n<h1>Errors</h1>\n" + fields + "</form>";
    }

    private void message(HttpServletResponse response, int status, String title, String body) throws IOException {
        html(response, status, title, "<h1>" + title + "</h1>\n" + body);
    }

    private void html(HttpServletResponse response, int status, String title, String body) throws IOException {
        SecurityHeaders.set(response);
        // without the referrer policy of this page a browser hides the Origin of its forms even from ourselves
        String page = """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="referrer" content="same-origin">
                <meta name="robots" content="noindex">
                <title>%s · Errors</title>
                <link rel="stylesheet" href="%s">
                </head>
                <body>
                <main>
                %s
                </main>
                </body>
                </html>
                """.formatted(escape(title), escape(root + AccessRoute.SIGN_IN_STYLE.path()), body);
        write(response, status, "text/html;charset=UTF-8", page.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(HttpServletResponse response, int status, String type, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    private static byte[] readStyle() {
        try (InputStream css = SignInPages.class.getResourceAsStream("sign-in.css")) {
            return Objects.requireNonNull(css, "sign-in.css").readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
