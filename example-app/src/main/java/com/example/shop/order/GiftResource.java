package com.example.shop.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Makes an order a present. */
@Path("gifts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class GiftResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    GiftWrap wrap;

    @POST
    public JsonObject wrap(@FormParam("paper") @DefaultValue("golden") String paper) {
        return Json.createObjectBuilder()
                .add("message", "Your present is wrapped in " + paperOrBrown(paper) + " paper.")
                .build();
    }

    private String paperOrBrown(String wanted) {
        try {
            return wrap.paper(wanted);
        } catch (IllegalArgumentException e) {
            return "brown";
        }
    }
}
