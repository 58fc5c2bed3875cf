package com.example.shop.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** One order that went through. */
@Entity
@Table(name = "purchase")
public class Purchase {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private long id;

    @Column(nullable = false, length = 80)
    private String customer;

    @Column(nullable = false, precision = 10, scale = 2)
    private BigDecimal total;

    @SuppressWarnings("NullAway.Init")
    protected Purchase() {}

    Purchase(String customer, BigDecimal total) {
        this.customer = customer;
        this.total = total;
    }

    public long getId() {
        return id;
    }

    public String getCustomer() {
        return customer;
    }

    public BigDecimal getTotal() {
        return total;
    }
}
