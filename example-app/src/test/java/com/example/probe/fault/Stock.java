package com.example.probe.fault;

/** Has the fault: text that is no number is not refused where it comes in. */
public class Stock {

    public int take(String amount) {
        return 100 - Integer.parseInt(amount);
    }
}
