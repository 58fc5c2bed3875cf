package com.example.shop.order;

import io.errortracker.ErrorTracker;
import io.errortracker.event.Breadcrumb;
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
import java.util.List;

/** Makes an order a present. */
@Path("gifts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class GiftResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    GiftWrap wrap;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ErrorTracker tracker;

    @POST
    public JsonObject wrap(@FormParam("paper") @DefaultValue("golden") String paper) {
        return Json.createObjectBuilder()
                .add("message", "Your present is wrapped in " + paperOrBrown(paper) + " paper.")
                .build();
    }

    private String paperOrBrown(String wanted) {
        tracker.addBreadcrumb(Breadcrumb.of("gift", "Looked for " + wanted + " paper"));
        try {
            return wrap.paper(wanted);
        } catch (IllegalArgumentException e) {
            tracker.captureException(
                    e, event -> event.tag("paper", wanted).extra("drawer", List.of("brown", "brown", "brown")));
            return "brown";
        }
    }
}
