package com.example.probe.fault;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs into the fault in the way its path info names. */
@WebServlet("/fault/*")
public class FaultServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    /** The JVM makes code for reflective calls only then, on Java 17. */
    private static final int WARM = 40;

    @Inject
    private transient ScopedStock scoped;

    @Inject
    private transient WatchedStock watched;

    @Inject
    private transient StatelessStock stateless;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        var amount = request.getParameter("amount");
        switch (request.getPathInfo()) {
            case "/plain" -> new Stock().take(amount);
            case "/subclass" -> new Stock() {}.take(amount);
            case "/scoped" -> scoped.take(amount);
            case "/watched" -> watched.take(amount);
            case "/stateless" -> stateless.take(amount);
            case "/lambda" -> inLambda(() -> new Stock().take(amount));
            case "/stream" -> Stream.of(amount).map(new Stock()::take).forEach(left -> {});
            case "/cold" -> reflectively(amount, 1);
            case "/hot" -> reflectively(amount, WARM);
            case "/executor" -> onAnotherThread(amount);
            case "/future" ->
                CompletableFuture.supplyAsync(() -> scoped == null ? 0 : new Stock().take(amount))
                        .thenApply(left -> left + 1)
                        .join();
            case "/wrapped" -> wrapped(amount);
            case "/half" -> new Sums().half(amount);
            case "/twice" -> new Sums().twice(amount);
            default -> response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static int inLambda(Supplier<Integer> call) {
        return call.get();
    }

    private static void reflectively(String amount, int calls) throws ServletException {
        try {
            Method take = Stock.class.getMethod("take", String.class);
            for (int call = 1; call < calls; call++) {
                take.invoke(new Stock(), Integer.toString(call));
            }
            take.invoke(new Stock(), amount);
        } catch (InvocationTargetException | NoSuchMethodException | IllegalAccessException e) {
            throw new ServletException(e);
        }
    }

    private static void onAnotherThread(String amount) throws ServletException {
        var executor = Executors.newSingleThreadExecutor();
        try {
            executor.submit(() -> new Stock().take(amount)).get();
        } catch (ExecutionException e) {
            throw new ServletException("in another thread", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            executor.shutdown();
        }
    }

    private static void wrapped(String amount) throws ServletException {
        try {
            new Stock().take(amount);
        } catch (NumberFormatException e) {
            throw new ServletException("order " + System.nanoTime() + " failed", new IllegalStateException(e));
        }
    }
}
