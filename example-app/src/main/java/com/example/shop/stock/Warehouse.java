package com.example.shop.stock;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.SocketTimeoutException;

/** The house across the river where the tea lies. */
@ApplicationScoped
public class Warehouse {

    /** Failure 3: the line to the warehouse is down. */
    public int gramsLeft(String sku, String shelf) {
        throw new WarehouseUnavailableException(
                "No answer about " + sku + " on shelf " + shelf, new SocketTimeoutException("Read timed out"));
    }
}
