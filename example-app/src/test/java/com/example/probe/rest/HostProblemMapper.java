package com.example.probe.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The host's own mapper. */
@Provider
public class HostProblemMapper implements ExceptionMapper<HostProblem> {

    @Override
    public Response toResponse(HostProblem problem) {
        return Response.status(problem.status)
                .header("X-Host", "mapped")
                .type("application/problem+json")
                .entity("{\"title\":\"" + problem.getMessage() + "\"}")
                .build();
    }
}
