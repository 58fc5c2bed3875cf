package com.example.probe.fault;

/** Two callers that hand on what they should not, to rules whose names say nothing. */
class Sums {
    private int asked;

    int half(String amount) {
        asked++;
        return Rules.digits(amount).length() / 2;
    }

    int twice(String amount) {
        asked++;
        return Rules.digits(amount).length() * 2;
    }

    int asked() {
        return asked;
    }
}
