package com.example.probe.rest;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** One method for each way in which a REST resource can go wrong, and a few that go right. */
@Path("scoped")
@RequestScoped
public class ScopedResource {

    @Inject
    Cellar cellar;

    @Inject
    Clerk clerk;

    @GET
    @Path("ok")
    public String ok() {
        return "ok";
    }

    @GET
    @Path("calling")
    public String calling(@Context UriInfo uri) {
        try (var client = ClientBuilder.newClient()) {
            var answer = client.target(uri.getBaseUri())
                    .path("scoped/nowhere")
                    .queryParam("token", "not-to-be-told")
                    .request()
                    .get();
            throw new IllegalStateException("the other service answered " + answer.getStatus());
        }
    }

    @GET
    @Path("fail/{id}")
    public String fail(@PathParam("id") String id, @QueryParam("amount") int amount) {
        return cellar.fetch(id, amount);
    }

    @GET
    @Path("ejb/{id}")
    public String ejb(@PathParam("id") String id) {
        return clerk.bring(id, 1);
    }

    @GET
    @Path("checked")
    public String checked() throws IOException {
        throw new IOException("a checked exception");
    }

    @GET
    @Path("error")
    public String error() {
        throw new AssertionError("an error, not an exception");
    }

    @GET
    @Path("wrapped")
    public String wrapped() {
        throw new IllegalStateException("outer", new IllegalArgumentException("inner"));
    }

    @GET
    @Path("mapped/{status}")
    public String mapped(@PathParam("status") int status) {
        throw new HostProblem(status, "a host problem");
    }

    @GET
    @Path("web/{status}")
    public String web(@PathParam("status") int status) {
        throw new WebApplicationException("a web problem", status);
    }

    @GET
    @Path("web-with-body/{status}")
    public String webWithBody(@PathParam("status") int status) {
        throw new WebApplicationException(Response.status(status)
                .header("X-Host", "web")
                .entity("the host's own body")
                .type("text/plain")
                .build());
    }

    @GET
    @Path("response/{status}")
    public Response response(@PathParam("status") int status) {
        return Response.status(status).entity("returned").type("text/plain").build();
    }

    @GET
    @Path("number")
    public String number(@QueryParam("n") Integer number) {
        return "number " + number;
    }

    @GET
    @Path("number/{n}")
    public String numberInPath(@PathParam("n") long number) {
        return "number " + number;
    }

    @POST
    @Path("json")
    @Consumes("application/json")
    @Produces("application/json")
    public JsonObject json(JsonObject body) {
        return body;
    }

    @POST
    @Path("text")
    @Consumes("text/plain")
    public String text(String body) {
        return body;
    }

    @POST
    @Path("parcel")
    @Consumes("application/x-probe")
    public String parcel(Parcel parcel) {
        return parcel.text();
    }

    @GET
    @Path("parcel")
    @Produces("application/x-probe")
    public Parcel parcel() {
        return new Parcel("never arrives");
    }

    @GET
    @Path("guarded")
    @Guarded
    public String guarded() {
        return "never reached";
    }

    @GET
    @Path("spoiled")
    @Spoiled
    public String spoiled() {
        return "never seen";
    }

    @GET
    @Path("streaming")
    public StreamingOutput streaming() {
        return out -> {
            out.write("the first words".getBytes(StandardCharsets.UTF_8));
            throw new IllegalStateException("the stream breaks");
        };
    }

    @GET
    @Path("suspended")
    public void suspended(@Suspended AsyncResponse response) {
        response.resume(new IllegalStateException("resumed with a failure"));
    }

    @GET
    @Path("suspended-on-a-thread")
    public void suspendedOnAThread(@Suspended AsyncResponse response) {
        new Thread(whenIdle(() -> response.resume(new IllegalStateException("resumed elsewhere with a failure"))))
                .start();
    }

    @GET
    @Path("suspended-in-a-pool")
    public void suspendedInAPool(@Suspended AsyncResponse response) throws NamingException {
        ManagedExecutorService pool = InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
        pool.execute(whenIdle(() -> response.resume(new IllegalStateException("resumed in a pool with a failure"))));
    }

    @GET
    @Path("suspended-and-mapped")
    public void suspendedAndMapped(@Suspended AsyncResponse response) {
        new Thread(whenIdle(() -> response.resume(new HostProblem(503, "a host problem elsewhere")))).start();
    }

    @GET
    @Path("suspended-ok")
    public void suspendedAndAnswered(@Suspended AsyncResponse response) {
        new Thread(whenIdle(() -> response.resume("answered later"))).start();
    }

    @GET
    @Path("stage-on-a-thread")
    public CompletionStage<String> stageOnAThread() {
        CompletableFuture<String> later = new CompletableFuture<>();
        new Thread(whenIdle(() -> later.completeExceptionally(new IllegalStateException("the stage failed later"))))
                .start();
        return later;
    }

    @GET
    @Path("stage")
    public CompletionStage<String> stage() {
        return CompletableFuture.failedFuture(new IllegalStateException("the stage failed"));
    }

    @GET
    @Path("stage-ok")
    public CompletionStage<String> stageOk() {
        return CompletableFuture.completedFuture("staged");
    }

    /** Does something when this thread has left the request: some servers answer now so, now otherwise while it has not. */
    private static Runnable whenIdle(Runnable work) {
        Thread request = Thread.currentThread();
        return () -> {
            long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
            while (isAtWork(request) && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            work.run();
        };
    }

    private static boolean isAtWork(Thread request) {
        return request.getState() == Thread.State.RUNNABLE
                || Arrays.stream(request.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().startsWith("com.example."));
    }
}
