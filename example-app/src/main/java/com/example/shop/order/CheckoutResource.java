package com.example.shop.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.math.BigDecimal;
import java.time.YearMonth;

/** Turns the basket into an order. */
@Path("orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CheckoutResource {

    private static final BigDecimal SAMPLE_BAG = new BigDecimal("12.50");

    @Inject
    @SuppressWarnings("NullAway.Init")
    Checkout checkout;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Basket basket;

    @Context
    @SuppressWarnings("NullAway.Init")
    SecurityContext visitor;

    @POST
    public JsonObject place(
            @FormParam("cardNumber") @DefaultValue("4111 1111 1111 1111") String cardNumber,
            @FormParam("validUntil") @DefaultValue("2031-12") String validUntil) {
        var total = basket.lines().isEmpty() ? SAMPLE_BAG : basket.total();
        var number = checkout.placeOrder(customer(), total, cardNumber, YearMonth.parse(validUntil));
        basket.empty();
        return Json.createObjectBuilder()
                .add("message", "Order " + number + " is on its way. Thank you!")
                .add("total", total)
                .build();
    }

    @GET
    @Path("count")
    public JsonObject count() {
        return Json.createObjectBuilder().add("orders", checkout.ordersPlaced()).build();
    }

    private String customer() {
        var principal = visitor.getUserPrincipal();
        return principal == null ? "guest" : principal.getName();
    }
}
