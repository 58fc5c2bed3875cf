package io.errortracker.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.errortracker.RunningTracker;
import io.errortracker.event.ErrorEvent;
import io.errortracker.servlet.ServletServer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The features on Jersey, without CDI: what it tells its listeners is all there is. */
@Timeout(60)
class JerseyTest {
    private final RunningTracker running = RunningTracker.start();
    private ServletServer server;

    static class Sold extends RuntimeException {
        Sold(String message) {
            super(message);
        }
    }

    static class SoldMapper implements ExceptionMapper<Sold> {
        @Override
        public Response toResponse(Sold sold) {
            return Response.status(409).entity("sorry").build();
        }
    }

    static class GuardFilter implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            if (request.getUriInfo().getPath().endsWith("guarded")) {
                throw new IllegalStateException("guard");
            }
        }
    }

    @Path("orders/{id}")
    public static class Orders {
        @GET
        @Path("runtime")
        public String runtime(@PathParam("id") int id) {
            throw new IllegalStateException("order " + id);
        }

        @GET
        @Path("mapped")
        public String mapped() {
            throw new Sold("sold out");
        }

        @GET
        @Path("guarded")
        public String guarded() {
            return "never";
        }

        @GET
        @Path("web")
        public String web() {
            throw new InternalServerErrorException("web");
        }

        @GET
        @Path("redirect")
        public String redirect() {
            throw new RedirectionException(303, URI.create("/elsewhere"));
        }

        @GET
        @Path("stage")
        public CompletionStage<String> stage() {
            return CompletableFuture.failedFuture(new IllegalStateException("stage"));
        }

        @GET
        @Path("suspended")
        public void suspended(@Suspended AsyncResponse response) {
            response.resume(new IllegalStateException("resumed"));
        }

        @GET
        @Path("elsewhere")
        public void elsewhere(@Suspended AsyncResponse response) {
            new Thread(() -> response.resume(new IllegalStateException("resumed elsewhere"))).start();
        }

        @GET
        @Path("fine")
        @Consumes("*/*")
        public String fine() {
            return "fine";
        }
    }

    private static ResourceConfig application() {
        return new ResourceConfig(Orders.class, SoldMapper.class, GuardFilter.class);
    }

    @BeforeEach
    void start() throws Exception {
        server = new ServletServer()
                .servlet("/api/*", () -> new ServletContainer(application()))
                .start();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        running.close();
    }

    @ParameterizedTest
    @CsvSource({
        "runtime,   500, order 7",
        "mapped,    409, sold out",
        "guarded,   500, guard",
        "web,       500, web",
        "stage,     500, stage",
        "suspended, 500, resumed",
        "elsewhere, 500, resumed elsewhere",
    })
    void a_failure_is_one_event_with_its_route_and_the_answer_stays_the_same(String path, int status, String message)
            throws Exception {
        ServletServer.Answer answer = server.askWith("/api/orders/7/" + path);
        assertThat(answer).isEqualTo(server.askWithout("/api/orders/7/" + path));
        assertThat(answer.status()).isEqualTo(status);

        List<ErrorEvent> ofTracked = running.events().stream()
                .filter(event -> event.request() != null)
                .toList();
        assertThat(ofTracked).hasSize(1);
        ErrorEvent event = ofTracked.get(0);
        assertThat(event.exceptions().get(0).value()).contains(message);
        assertThat(event.exceptions().get(0).mechanism().type()).isEqualTo("jaxrs");
        assertThat(event.exceptions().get(0).mechanism().handled()).isEqualTo(status < 500);
        assertThat(event.transaction()).isEqualTo("GET /api/orders/{id}/" + path);
        assertThat(event.contexts()).containsEntry("response", Map.of("status_code", status));
    }

    @Test
    void what_works_and_what_redirects_is_no_failure() throws Exception {
        assertThat(server.askWith("/api/orders/7/fine")).isEqualTo(server.askWithout("/api/orders/7/fine"));
        assertThat(server.askWith("/api/orders/7/redirect").status()).isEqualTo(303);

        assertThat(running.events()).isEmpty();
    }

    @Test
    void what_is_not_found_is_answered_with_404_as_the_event_says() throws Exception {
        assertThat(server.askWith("/api/nowhere").status()).isEqualTo(404);

        assertThat(running.events()).allSatisfy(event -> assertThat(event.contexts())
                .containsEntry("response", Map.of("status_code", 404)));
    }
}
