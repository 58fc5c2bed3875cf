package com.example.shop.stock;

/** Nobody opens at the warehouse. */
public class WarehouseUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    WarehouseUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
