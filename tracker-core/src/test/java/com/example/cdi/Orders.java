package com.example.cdi;

import io.errortracker.Sensitive;
import io.errortracker.Tracked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Beans as an application has them. */
public class Orders {

    @Tracked
    @ApplicationScoped
    public static class Service {
        public String place(long id, @Sensitive String card) {
            throw new IllegalStateException("order " + id);
        }

        public String call(Callable<String> task) throws Exception {
            return task.call();
        }
    }

    /** What a resource may inherit. */
    public interface Secured {
        String signIn(String name, @Sensitive String pin);
    }

    @Path("orders")
    @RequestScoped
    public static class Resource implements Secured {
        /** The last answer that was suspended. */
        public static @Nullable AsyncResponse suspended;

        @GET
        public String find(
                @QueryParam("id") long id, @QueryParam("access_token") String key, @CookieParam("basket") int basket)
                throws IOException {
            throw new IOException("no such order: " + id);
        }

        public CompletionStage<String> later(CompletableFuture<String> answer) {
            return answer;
        }

        public void suspend(@Suspended AsyncResponse answer) {
            suspended = answer;
        }

        @Override
        public String signIn(String name, String pin) {
            throw new IllegalArgumentException(name);
        }
    }

    /** Cannot be intercepted, and must not keep the application from starting. */
    @Path("final")
    public static class WithFinalMethod {
        public final String find() {
            throw new IllegalStateException("final method");
        }
    }

    /** Nor can this. */
    @Path("final")
    public static final class Final {
        public String find() {
            throw new IllegalStateException("final class");
        }
    }

    /** Nor this: no constructor that a subclass could call. */
    @Path("private")
    public static class WithPrivateConstructor {
        private WithPrivateConstructor() {}

        public static WithPrivateConstructor make() {
            return new WithPrivateConstructor();
        }
    }

    /** Takes what it needs by its constructor, and has no other. */
    @Path("constructed")
    public static class Constructed {
        private final Service service;

        @Inject
        Constructed(Service service) {
            this.service = service;
        }

        public String find(long id) {
            return service.toString() + findNothing(id);
        }

        private static String findNothing(long id) {
            throw new IllegalStateException("constructed " + id);
        }
    }

    public record Placed(long id) {}

    @ApplicationScoped
    public static class Listener {
        void whenPlaced(@Observes Placed placed) {
            throw new IllegalStateException("observer of " + placed.id());
        }

        public String notObserved() {
            throw new IllegalStateException("not an entrance");
        }
    }

    @ApplicationScoped
    public static class Mapper implements ExceptionMapper<IOException> {
        @Override
        public Response toResponse(IOException failure) {
            throw new IllegalStateException("mapper", failure);
        }
    }
}
