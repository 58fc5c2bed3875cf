package com.example.shop.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Sends the confirmation of an order once more. */
@Path("orders/{order}/confirmation")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConfirmationResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    ConfirmationMail mail;

    @POST
    public JsonObject resend(@PathParam("order") String order) {
        mail.send(order);
        return Json.createObjectBuilder()
                .add("message", "The confirmation of order " + order + " is in your letter box.")
                .build();
    }
}
