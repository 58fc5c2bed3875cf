package com.example.shop.order;

import io.errortracker.Sensitive;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.YearMonth;

/** The bank, as far as a demonstration needs one. */
@ApplicationScoped
public class CardPayments {

    /** Failure 2: a card past its last month is declined. */
    public void charge(BigDecimal total, @Sensitive String cardNumber, YearMonth validUntil) {
        if (validUntil.isBefore(YearMonth.now())) {
            throw new CardDeclinedException("The bank declined " + total + " EUR: the card expired in " + validUntil);
        }
    }
}
