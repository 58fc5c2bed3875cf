package com.example.shop.catalog;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.LocalTime;

/** Recommends another tea every hour: a singleton with a timer, and the one part of the shop that never fails. */
@Singleton
@Startup
public class TeaOfTheHour {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Catalog catalog;

    private String sku = "";

    @PostConstruct
    @Schedule(hour = "*", persistent = false)
    void choose() {
        var teas = catalog.all();
        sku = teas.get(LocalTime.now().getHour() % teas.size()).getSku();
    }

    @Lock(LockType.READ)
    public String sku() {
        return sku;
    }
}
