package com.example.probe.web;

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
import java.io.UncheckedIOException;

/** An asynchronous servlet that ends well, or fails in the way its path info names. */
@WebServlet(urlPatterns = "/async/*", asyncSupported = true)
public class AsyncServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Resource
    private transient ManagedExecutorService executor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            throw new IllegalStateException("the second half fails");
        }
        switch (request.getPathInfo()) {
            case "/first-half" -> {
                request.startAsync().setTimeout(300);
                throw new IllegalStateException("the first half fails");
            }
            case "/second-half" -> later(request.startAsync(), AsyncContext::dispatch);
            case "/timeout" -> request.startAsync().setTimeout(300);
            default -> later(request.startAsync(), AsyncServlet::ok);
        }
    }

    private void later(AsyncContext context, java.util.function.Consumer<AsyncContext> work) {
        executor.execute(() -> work.accept(context));
    }

    private static void ok(AsyncContext context) {
        try {
            context.getResponse().setContentType("text/plain");
            context.getResponse().getWriter().print("ok, later");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.complete();
    }
}
