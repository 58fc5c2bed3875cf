package com.example.shop.loyalty;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How many points a card holds. */
@Path("points")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PointsResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    LoyaltyCard card;

    @GET
    @LoyaltyCardHolder
    public JsonObject points() {
        return Json.createObjectBuilder().add("points", card.number() % 100).build();
    }
}
