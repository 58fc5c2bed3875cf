package com.example.shop.loyalty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Stands at the door and reads loyalty cards. */
@Provider
@ApplicationScoped
@LoyaltyCardHolder
public class LoyaltyCardFilter implements ContainerRequestFilter {

    private static final String PREFIX = "LK-";

    @Inject
    @SuppressWarnings("NullAway.Init")
    LoyaltyCard card;

    @Override
    public void filter(ContainerRequestContext request) {
        var shown = request.getUriInfo().getQueryParameters().getFirst("card");
        if (shown == null || !shown.startsWith(PREFIX)) {
            throw new BadRequestException("That is no loyalty card");
        }
        card.read(numberOf(shown));
    }

    /** Failure 7: the new cards carry letters, which this reader has never seen. */
    private static int numberOf(String shown) {
        return Integer.parseInt(shown.substring(PREFIX.length()));
    }
}
