package com.example.shop.newsletter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Keeps the list of readers. */
@ApplicationScoped
public class Newsletter {

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    /** Failure 4: the table allows each address once, and this method does not look first. */
    @Transactional
    public void subscribe(String email) {
        entities.persist(new Subscriber(email));
        entities.flush();
    }
}
