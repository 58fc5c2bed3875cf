package com.example.shop.stock;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Questions to the warehouse. */
@Path("stock")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StockResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Warehouse warehouse;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Stocktake stocktake;

    @GET
    @Path("{sku}")
    public JsonObject left(@PathParam("sku") String sku, @QueryParam("shelf") @DefaultValue("A1") String shelf) {
        return Json.createObjectBuilder()
                .add("grams", warehouse.gramsLeft(sku, shelf))
                .build();
    }

    /** Answers at once; the counting goes on in the background. */
    @POST
    @Path("recount")
    public Response recount(@FormParam("shelf") @DefaultValue("B7") String shelf) {
        stocktake.recount(shelf);
        return Response.accepted(Json.createObjectBuilder()
                        .add("message", "The night shift counts shelf " + shelf + ".")
                        .build())
                .build();
    }
}
