package com.example.shop.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;

/** Adds up a month's sales on another thread; the request thread is free meanwhile. */
@WebServlet(urlPatterns = "/sales.csv", asyncSupported = true)
public class SalesReport extends HttpServlet {

    private static final long serialVersionUID = 1;

    private static final String OUTCOME = SalesReport.class.getName();

    @Resource
    @SuppressWarnings("NullAway.Init")
    private transient ManagedExecutorService executor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            answer(request.getAttribute(OUTCOME), response);
        } else {
            var async = request.startAsync();
            var month = request.getParameter("month");
            executor.execute(() -> addUp(async, month));
        }
    }

    private static void addUp(AsyncContext async, String month) {
        try {
            async.getRequest().setAttribute(OUTCOME, report(month));
        } catch (RuntimeException e) {
            async.getRequest().setAttribute(OUTCOME, e);
        }
        async.dispatch();
    }

    /** Failure 6: February has no thirtieth day. */
    private static String report(String month) {
        return "month;bags\n" + LocalDate.parse(month).getMonth() + ";0\n";
    }

    private static void answer(Object outcome, HttpServletResponse response) throws ServletException, IOException {
        if (outcome instanceof RuntimeException failure) {
            throw new ServletException("The sales report was not finished", failure);
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.getWriter().print(outcome);
    }
}
