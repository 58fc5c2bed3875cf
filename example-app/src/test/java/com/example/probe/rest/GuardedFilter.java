package com.example.probe.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

@Guarded
@Provider
public class GuardedFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        throw new IllegalStateException("the request filter fails");
    }
}
