package io.errortracker.ui;

import io.errortracker.health.SelfHealth;
import io.errortracker.store.StoreUnavailableException;
import io.errortracker.ui.access.Gate;
import io.errortracker.ui.access.Visitor;
import io.errortracker.ui.page.Answer;
import io.errortracker.ui.page.Problem;
import io.errortracker.ui.page.Query;
import io.errortracker.ui.page.Site;
import io.errortracker.ui.page.Templates;
import io.errortracker.ui.page.Visit;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The pages. To be mapped to a path and all below it, such as {@code /errors/*}; any path will do. Every request passes the gate. Nothing
 * is thrown but what the gate throws: a page that fails is an answer of its own.
 *
 * @since 0.1.0
 */
public final class UiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Gate gate;
    private final transient SelfHealth health;
    private final transient Clock clock;
    private final transient Assets assets = new Assets();
    private final transient Templates templates = new Templates();
    private final transient Site site;
    private final transient Routes routes;

    public UiServlet(UiParts parts) {
        gate = parts.gate();
        health = parts.health();
        clock = parts.clock();
        site = new Site(
                parts.appName(),
                parts.store(),
                parts.health(),
                parts.traces(),
                assets.paths(),
                parts.merging(),
                parts.releases().readable(),
                parts.regrouper());
        routes = new Routes(parts);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getCharacterEncoding() == null) {
            request.setCharacterEncoding("UTF-8");
        }
        Optional<Visitor> visitor = gate.enter(request, response);
        if (visitor.isPresent()) {
            admit(visitor.get(), request, response);
        }
    }

    private void admit(Visitor visitor, HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<String> path = path(request);
        switch (request.getMethod()) {
            case "GET", "HEAD" -> {
                if (!isAsset(path) || !assets.serve(path.get(1), path.get(2), response)) {
                    send(look(path, visit(visitor, request)), request, response);
                }
            }
            case "POST" -> send(press(path, visit(visitor, request), request), request, response);
            default -> {
                response.setHeader("Allow", "GET, HEAD, POST");
                response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    private static boolean isAsset(List<String> path) {
        return path.size() == 3 && path.get(0).equals("assets");
    }

    private Answer look(List<String> path, Visit visit) {
        return guarded(visit, () -> routes.look(path, visit));
    }

    private Answer press(List<String> path, Visit visit, HttpServletRequest request) {
        if (routes.changesOnlyTheLook(path)) {
            boolean ours = Tokens.same(
                    visit.query().text(Gate.CSRF_FIELD), visit.visitor().csrfToken());
            return ours ? routes.press(path, visit) : Problem.forbidden(visit);
        }
        if (!gate.mayChange(request, visit.visitor())) {
            return Problem.forbidden(visit);
        }
        return guarded(visit, () -> routes.press(path, visit));
    }

    private Answer guarded(Visit visit, Supplier<Answer> work) {
        try {
            return work.get();
        } catch (StoreUnavailableException unavailable) {
            return Problem.storeUnavailable(visit);
        } catch (RuntimeException | StackOverflowError failure) {
            health.failed("making a page", failure);
            return Problem.failed(visit);
        }
    }

    private void send(Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (answer instanceof Answer.Html html) {
            sendPage(html, response);
        } else if (answer instanceof Answer.Plain plain) {
            sendBytes(200, plain.contentType(), plain.text().getBytes(StandardCharsets.UTF_8), response);
        } else if (answer instanceof Answer.SeeOther other) {
            redirect(other.location(), response);
        } else if (answer instanceof Answer.WearTheme wear) {
            Cookies.remember(wear.theme(), base(request), request.isSecure(), response);
            redirect(wear.location(), response);
        }
    }

    private void sendPage(Answer.Html html, HttpServletResponse response) throws IOException {
        byte[] page;
        try {
            page = templates.render(html);
        } catch (RuntimeException | StackOverflowError failure) {
            health.failed("rendering a page", failure);
            byte[] sorry = "The tracker failed to make this page. The application is not affected."
                    .getBytes(StandardCharsets.UTF_8);
            sendBytes(500, "text/plain;charset=utf-8", sorry, response);
            return;
        }
        sendBytes(html.status(), "text/html;charset=utf-8", page, response);
    }

    private static void sendBytes(int status, String contentType, byte[] body, HttpServletResponse response)
            throws IOException {
        response.setStatus(status);
        response.setContentType(contentType);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static void redirect(String location, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", location);
    }

    private Visit visit(Visitor visitor, HttpServletRequest request) {
        String query = request.getQueryString();
        String here = request.getRequestURI() + (query == null ? "" : "?" + query);
        return new Visit(
                visitor,
                site,
                base(request),
                here,
                origin(request),
                new Query(parameters(request)),
                Cookies.theme(request),
                Cookies.zone(request),
                clock.instant());
    }

    private static String origin(HttpServletRequest request) {
        String host = request.getHeader("Host");
        String named = host == null ? request.getServerName() : host;
        return request.getScheme() + "://" + named;
    }

    private static Map<String, List<String>> parameters(HttpServletRequest request) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
        return parameters;
    }

    private static String base(HttpServletRequest request) {
        return request.getContextPath() + request.getServletPath();
    }

    private static List<String> path(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null
                ? List.of()
                : Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
    }
}
