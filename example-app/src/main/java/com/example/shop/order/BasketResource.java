package com.example.shop.order;

import com.example.shop.catalog.Catalog;
import com.example.shop.catalog.PriceList;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Puts tea into the basket. */
@Path("basket")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BasketResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Catalog catalog;

    @Inject
    @SuppressWarnings("NullAway.Init")
    PriceList prices;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Basket basket;

    @POST
    @Path("{sku}")
    public JsonObject add(@PathParam("sku") String sku, @FormParam("grams") @DefaultValue("100") int grams) {
        var tea = catalog.bySku(sku);
        basket.add(new Basket.Line(sku, grams, prices.priceOf(tea, grams)));
        return Json.createObjectBuilder()
                .add("message", grams + " g of " + tea.getName() + " are in your basket.")
                .add("bags", basket.lines().size())
                .add("total", basket.total())
                .build();
    }
}
