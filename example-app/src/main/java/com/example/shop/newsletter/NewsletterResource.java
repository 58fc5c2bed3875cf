package com.example.shop.newsletter;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Signs readers up. */
@Path("newsletter")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NewsletterResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Newsletter newsletter;

    @POST
    public JsonObject subscribe(@FormParam("email") String email) {
        newsletter.subscribe(email);
        return Json.createObjectBuilder()
                .add("message", "Welcome! The next letter is yours.")
                .build();
    }
}
