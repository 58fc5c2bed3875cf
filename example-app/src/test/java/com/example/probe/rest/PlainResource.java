package com.example.probe.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Only {@code @Path}: a CDI bean on some servers, none on others. */
@Path("plain")
public class PlainResource {

    @GET
    @Path("ok")
    public String ok() {
        return "ok";
    }

    @GET
    @Path("fail/{id}")
    public String fail(@PathParam("id") int id) {
        throw new IllegalStateException("the plain resource fails");
    }
}
