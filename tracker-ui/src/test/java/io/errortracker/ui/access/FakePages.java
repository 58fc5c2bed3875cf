package io.errortracker.ui.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Pages behind the gate: GET shows who is there, POST changes something. */
final class FakePages extends HttpServlet {
    private static final long serialVersionUID = 1L;

    final AtomicInteger shown = new AtomicInteger();
    final AtomicInteger changes = new AtomicInteger();
    private final transient Gate gate;

    FakePages(Gate gate) {
        this.gate = gate;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<Visitor> visitor = gate.enter(request, response);
        if (visitor.isPresent()) {
            answer(request, response, visitor.get());
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Visitor visitor) throws IOException {
        switch (request.getMethod()) {
            case "GET", "HEAD" -> {
                shown.incrementAndGet();
                response.getWriter().print(visitor.name() + " " + visitor.role() + " " + visitor.csrfToken());
            }
            case "POST" -> {
                if (gate.mayChange(request, visitor)) {
                    changes.incrementAndGet();
                    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
                } else {
                    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
                }
            }
            default -> response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }
}
