package com.example.probe.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A classic servlet that fails in the way its path info names. */
@WebServlet("/servlet/*")
public class FailingServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private static final Logger LOG = Logger.getLogger(FailingServlet.class.getName());

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("X-Host", "servlet");
        switch (way(request)) {
            case "/runtime" -> throw new IllegalStateException("the servlet fails");
            case "/error" -> throw new AssertionError("the servlet fails with an error");
            case "/wrapped" -> throw new ServletException("wrapped", new IllegalStateException("the root"));
            case "/io" -> throw new IOException("an I/O failure of its own");
            case "/paged" -> throw new PagedProblem("there is a page for this");
            case "/broken-page" -> response.sendError(418);
            case "/send-500" -> response.sendError(500, "sent by the host");
            case "/send-503" -> response.sendError(503);
            case "/send-404" -> response.sendError(404, "not here");
            case "/set-500" -> set500(response);
            case "/committed" -> failLate(response);
            case "/forward" -> request.getRequestDispatcher("/servlet/runtime").forward(request, response);
            case "/include" -> request.getRequestDispatcher("/servlet/runtime").include(request, response);
            case "/forward-caught" -> forwardCaught(request, response);
            case "/logged" -> logged(response);
            case "/async" -> response.getWriter().print("not asynchronous");
            default -> ok(request, response);
        }
    }

    /** An included servlet is told of its own path by an attribute only. */
    private static String way(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.INCLUDE_PATH_INFO) instanceof String included
                ? included
                : request.getPathInfo();
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/octet-stream");
        if ("/parameters".equals(request.getPathInfo())) {
            response.getWriter().print(request.getParameter("a") + "," + request.getParameter("b"));
        } else {
            request.getInputStream().transferTo(response.getOutputStream());
        }
    }

    private static void ok(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().print("ok " + request.getQueryString());
    }

    private static void set500(HttpServletResponse response) throws IOException {
        response.setStatus(500);
        response.setContentType("text/plain");
        response.getWriter().print("the host says 500 itself");
    }

    private static void failLate(HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter().print("already on its way");
        response.flushBuffer();
        throw new IllegalStateException("too late for a status");
    }

    private static void forwardCaught(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            request.getRequestDispatcher("/servlet/runtime").forward(request, response);
        } catch (IllegalStateException e) {
            response.setContentType("text/plain");
            response.getWriter().print("caught by the host");
        }
    }

    private static void logged(HttpServletResponse response) throws IOException {
        LOG.info("a line before the failure");
        LOG.log(Level.SEVERE, "logged by the host", new IllegalStateException("only in the log"));
        LOG.log(Level.SEVERE, "severe, without a throwable");
        LOG.log(Level.WARNING, "a warning", new IllegalStateException("not severe"));
        response.setContentType("text/plain");
        response.getWriter().print("logged");
    }
}
