package com.example.probe.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The application's error pages, one of which is broken itself. */
@WebServlet({"/pages/sorry", "/pages/broken"})
public class ErrorPages extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getServletPath().endsWith("broken")) {
            throw new IllegalStateException("the error page fails");
        }
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter()
                .print("sorry: " + request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) + " at "
                        + request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    }
}
