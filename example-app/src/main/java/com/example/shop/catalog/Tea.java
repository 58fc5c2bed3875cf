package com.example.shop.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One tea on the shelf. */
@Entity
@Table(name = "tea")
public class Tea {

    @Id
    @Column(length = 40)
    private String sku;

    @Column(nullable = false, length = 80)
    private String name;

    @Column(nullable = false, length = 80)
    private String origin;

    @Column(nullable = false, length = 20)
    private String colour;

    /** Euros for 100 g; somebody forgot one. */
    @Column(precision = 8, scale = 2)
    private @Nullable BigDecimal price;

    @SuppressWarnings("NullAway.Init")
    protected Tea() {}

    public String getSku() {
        return sku;
    }

    public String getName() {
        return name;
    }

    public String getOrigin() {
        return origin;
    }

    public String getColour() {
        return colour;
    }

    /** Euros for 100 g, or null if the tea has not been priced yet. */
    public @Nullable BigDecimal getPrice() {
        return price;
    }
}
