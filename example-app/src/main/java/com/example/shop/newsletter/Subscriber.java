package com.example.shop.newsletter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** Somebody who wants the newsletter, once. */
@Entity
@Table(name = "subscriber", uniqueConstraints = @UniqueConstraint(name = "one_letter_each", columnNames = "email"))
public class Subscriber {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private long id;

    @Column(nullable = false, length = 120)
    private String email;

    @SuppressWarnings("NullAway.Init")
    protected Subscriber() {}

    Subscriber(String email) {
        this.email = email;
    }

    public long getId() {
        return id;
    }

    public String getEmail() {
        return email;
    }
}
