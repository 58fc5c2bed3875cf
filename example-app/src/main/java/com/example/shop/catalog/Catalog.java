package com.example.shop.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Optional;

/** Reads teas from the shop's own persistence unit. */
@ApplicationScoped
public class Catalog {

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    public List<Tea> all() {
        return entities.createQuery("select t from Tea t order by t.name", Tea.class)
                .getResultList();
    }

    public Tea bySku(String sku) {
        return Optional.ofNullable(entities.find(Tea.class, sku))
                .orElseThrow(() -> new NotFoundException("No tea called " + sku));
    }
}
