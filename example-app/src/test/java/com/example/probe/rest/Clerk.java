package com.example.probe.rest;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** An EJB between resource and service. */
@Stateless
public class Clerk {

    @Inject
    Cellar cellar;

    public String bring(String id, int amount) {
        return cellar.fetch(id, amount);
    }
}
