package com.example.shop.loyalty;

import jakarta.enterprise.context.RequestScoped;

/** The card that was read at the door. */
@RequestScoped
public class LoyaltyCard {

    private int number;

    public int number() {
        return number;
    }

    void read(int readNumber) {
        number = readNumber;
    }
}
