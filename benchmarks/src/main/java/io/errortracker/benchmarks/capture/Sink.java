package io.errortracker.benchmarks.capture;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that takes whatever is posted and answers 200. */
final class Sink implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger taken = new AtomicInteger();

    Sink() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            taken.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    String dsn() {
        return "http://key@localhost:" + server.getAddress().getPort() + "/1";
    }

    int taken() {
        return taken.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
