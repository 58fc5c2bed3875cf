package com.example.probe.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A filter of the host's that fails before, or after, or swallows what comes from behind. */
@WebFilter("/filtered/*")
public class FailingFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (request.getPathInfo() == null ? request.getServletPath() : request.getPathInfo()) {
            case "/filtered/before" -> throw new IllegalStateException("the filter fails before");
            case "/filtered/swallowed" -> swallow(request, response);
            default -> {
                chain.doFilter(request, response);
                throw new IllegalStateException("the filter fails after");
            }
        }
    }

    private static void swallow(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        try {
            request.getRequestDispatcher("/servlet/runtime").forward(request, response);
        } catch (ServletException | IllegalStateException e) {
            response.getWriter().print("swallowed");
        }
    }
}
