package com.example.shop.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Tells in which room a shelf stands: a classic servlet, no framework around it. */
@WebServlet("/shelf")
public class ShelfServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private static final Map<String, String> STANDS_IN =
            Map.of("green", "cellar", "black", "cellar", "attic", "attic", "cellar", "");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println("It stands in the " + roomOf(request.getParameter("name")) + ".");
    }

    /** Failure 5: the attic stands in the attic. */
    private static String roomOf(String place) {
        var outer = STANDS_IN.getOrDefault(place, "");
        return outer.isEmpty() ? place : roomOf(outer);
    }
}
