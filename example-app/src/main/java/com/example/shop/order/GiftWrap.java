package com.example.shop.order;

import jakarta.enterprise.context.ApplicationScoped;

/** Wraps presents in the paper that was asked for, or in plain brown. */
@ApplicationScoped
public class GiftWrap {

    /** Failure 10: no such paper; the shop knows what to do instead. */
    String paper(String wanted) {
        if (!"brown".equals(wanted)) {
            throw new IllegalArgumentException("There is no " + wanted + " paper in the drawer");
        }
        return wanted;
    }
}
