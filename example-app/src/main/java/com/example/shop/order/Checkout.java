package com.example.shop.order;

import io.errortracker.Sensitive;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.YearMonth;

/** Writes the order, then asks the bank: one container transaction around both. */
@Stateless
public class Checkout {

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CardPayments payments;

    /** The new order's number. */
    public long placeOrder(String customer, BigDecimal total, @Sensitive String cardNumber, YearMonth validUntil) {
        var purchase = new Purchase(customer, total);
        entities.persist(purchase);
        entities.flush();
        payments.charge(total, cardNumber, validUntil);
        return purchase.getId();
    }

    /** How many orders went through so far. */
    public long ordersPlaced() {
        return entities.createQuery("select count(p) from Purchase p", Long.class)
                .getSingleResult();
    }
}
