package com.example.shop.web;

import com.example.shop.catalog.Catalog;
import com.example.shop.catalog.TeaOfTheHour;
import com.example.shop.order.Basket;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The page everybody sees first: the teas, and the ten ways to fail. */
@WebServlet("")
public class ShopPage extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private transient Catalog catalog;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private transient TeaOfTheHour teaOfTheHour;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private transient Basket basket;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("teas", catalog.all());
        request.setAttribute("teaOfTheHour", teaOfTheHour.sku());
        request.setAttribute("bags", basket.lines().size());
        request.setAttribute("failures", Failures.ALL);
        request.getRequestDispatcher("/WEB-INF/pages/shop.jsp").forward(request, response);
    }
}
