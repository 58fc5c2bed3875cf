package com.example.shop.catalog;

import io.errortracker.Tracked;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Works out what a bag of tea costs. */
@ApplicationScoped
@Tracked
public class PriceList {

    private static final BigDecimal GRAMS_PRICED = BigDecimal.valueOf(100);

    /**
     * Failure 1: a tea that nobody has priced has no price to multiply. The return value of {@code getPrice} is
     * null, which the shop forgot to consider.
     */
    @SuppressWarnings("NullAway")
    public BigDecimal priceOf(Tea tea, int grams) {
        return tea.getPrice().multiply(BigDecimal.valueOf(grams)).divide(GRAMS_PRICED, 2, RoundingMode.HALF_UP);
    }
}
