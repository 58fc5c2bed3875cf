package com.example.shop.order;

/** The bank said no. A runtime exception: the EJB container rolls the transaction back. */
public class CardDeclinedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    CardDeclinedException(String message) {
        super(message);
    }
}
