package com.example.probe.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Fails before any resource is matched, when asked to. */
@PreMatching
@Provider
public class PreMatchFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getHeaderString("X-Fail-Before-Matching") != null) {
            throw new IllegalStateException("the pre-matching filter fails");
        }
    }
}
