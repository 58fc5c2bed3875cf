package com.example.shop.catalog;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The catalogue as JSON; a resource with nothing but {@code @Path}, as many applications have. */
@Path("teas")
@Produces(MediaType.APPLICATION_JSON)
public class TeaResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Catalog catalog;

    /** An optional {@code limit} that must be a number: anything else is the caller's mistake, a 404. */
    @GET
    public JsonArray teas(@QueryParam("limit") Integer limit) {
        var teas = Json.createArrayBuilder();
        catalog.all().stream()
                .limit(limit == null ? Integer.MAX_VALUE : limit)
                .map(TeaResource::json)
                .forEach(teas::add);
        return teas.build();
    }

    @GET
    @Path("{sku}")
    public JsonObject tea(@PathParam("sku") String sku) {
        return json(catalog.bySku(sku));
    }

    private static JsonObject json(Tea tea) {
        var json = Json.createObjectBuilder()
                .add("sku", tea.getSku())
                .add("name", tea.getName())
                .add("origin", tea.getOrigin());
        var price = tea.getPrice();
        return price == null
                ? json.addNull("price").build()
                : json.add("price", price).build();
    }
}
