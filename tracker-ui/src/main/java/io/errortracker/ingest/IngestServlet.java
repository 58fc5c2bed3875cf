package io.errortracker.ingest;

import io.errortracker.event.json.EventJson;
import io.errortracker.event.json.JsonLimits;
import io.errortracker.health.SelfHealth;
import io.errortracker.store.StoreUnavailableException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Where browsers and other programs send events with Sentry's SDKs, to be mapped to {@code /errors-ingest/*}. Reads no cookie and sets
 * none; throws nothing, and answers nothing above 499 to whatever is sent.
 *
 * @since 0.1.0
 */
public final class IngestServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient BrowserScript script;
    private final transient IngestOrigins origins;
    private final transient IngestCounters counters;
    private final transient SelfHealth health;
    private final transient Reception reception;

    /** To be called where the application's class loader is the thread's: the JSON provider is looked up here. */
    public IngestServlet(IngestParts parts) {
        script = parts.script();
        origins = parts.origins();
        counters = parts.counters();
        health = parts.health();
        reception = new Reception(parts, EventJson.create(JsonLimits.FOREIGN));
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        switch (request.getMethod()) {
            case "POST" -> receive(path, request, response);
            case "OPTIONS" -> preflight(request, response);
            case "GET", "HEAD" -> look(path, request, response);
            default -> refuse(new Refusal(405, "only POST, OPTIONS and GET are answered"), response);
        }
    }

    private void look(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!BrowserScript.isAt(path)) {
            refuse(new Refusal(404, "there is nothing here"), response);
            return;
        }
        try {
            script.serve(path, request, response);
        } catch (StoreUnavailableException later) {
            refuse(new Refusal(404, "the key is not known yet"), response);
        }
    }

    private void receive(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            IngestOrigins.Page page = origins.page(request);
            Answers.allow(page, response);
            if (page.refused()) {
                throw Refusal.forbidden();
            }
            Answers.taken(reception.receive(path, page, request), response);
        } catch (Reception.Wait wait) {
            counters.count("requests over a limit");
            Answers.wait(wait.seconds(), response);
        } catch (Refusal refusal) {
            refuse(refusal, response);
        } catch (RuntimeException | StackOverflowError failure) {
            health.failed("receiving an event", failure);
            Answers.wait(60, response);
        }
    }

    private void preflight(HttpServletRequest request, HttpServletResponse response) throws IOException {
        IngestOrigins.Page page = origins.page(request);
        Answers.allow(page, response);
        if (page.refused()) {
            refuse(Refusal.forbidden(), response);
            return;
        }
        Answers.preflight(request.getHeader("Access-Control-Request-Headers"), response);
    }

    private void refuse(Refusal refusal, HttpServletResponse response) throws IOException {
        counters.count(refusal.status() == 403 ? "requests with a wrong key, project or origin" : "malformed requests");
        Answers.refused(refusal, response);
    }
}
