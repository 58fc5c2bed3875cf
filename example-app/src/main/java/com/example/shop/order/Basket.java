package com.example.shop.order;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What one visitor is about to buy. */
@SessionScoped
public class Basket implements Serializable {

    private static final long serialVersionUID = 1;

    private final List<Line> lines = new ArrayList<>();

    /** So much of one tea, for so much money. */
    public record Line(String sku, int grams, BigDecimal price) implements Serializable {}

    public synchronized void add(Line line) {
        lines.add(line);
    }

    public synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    public synchronized BigDecimal total() {
        return lines.stream().map(Line::price).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public synchronized void empty() {
        lines.clear();
    }
}
