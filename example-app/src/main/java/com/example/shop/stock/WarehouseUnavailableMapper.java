package com.example.shop.stock;

import jakarta.json.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The shop's own way to say sorry: no stack trace leaves the house, and none reaches the log. */
@Provider
public class WarehouseUnavailableMapper implements ExceptionMapper<WarehouseUnavailableException> {

    @Override
    public Response toResponse(WarehouseUnavailableException failure) {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.RETRY_AFTER, "120")
                .entity(Json.createObjectBuilder()
                        .add("message", "The warehouse does not answer. Please ask again in two minutes.")
                        .build())
                .build();
    }
}
