package com.example.probe.rest;

import jakarta.enterprise.context.ApplicationScoped;

/** A service below the resource. */
@ApplicationScoped
public class Cellar {

    public String fetch(String id, int amount) {
        throw new IllegalStateException("the cellar is empty");
    }
}
