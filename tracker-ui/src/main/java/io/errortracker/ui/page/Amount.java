package io.errortracker.ui.page;

import java.util.Locale;

/**
 * A number for people.
 *
 * @param brief {@code 1.2k}
 * @param exact {@code 1,204}
 */
record Amount(String brief, String exact) {

    static Amount of(long number) {
        return new Amount(brief(number), String.format(Locale.ROOT, "%,d", number));
    }

    /** {@code 1,204 events}, {@code 1 event}. */
    static String of(long number, String noun) {
        return of(number).exact() + " " + (number == 1 ? noun : noun + "s");
    }

    /** {@code 12 KiB}, {@code 3.4 MiB}. */
    static String bytes(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        String[] units = {"KiB", "MiB", "GiB", "TiB"};
        double amount = bytes / 1024.0;
        int unit = 0;
        while (amount >= 1023.5 && unit < units.length - 1) {
            amount /= 1024;
            unit++;
        }
        return decimal(amount) + " " + units[unit];
    }

    private static String brief(long number) {
        if (number < 1000) {
            return Long.toString(number);
        }
        return number < 999_500 ? decimal(number / 1e3) + "k" : decimal(number / 1e6) + "M";
    }

    private static String decimal(double amount) {
        return amount < 9.95 ? String.format(Locale.ROOT, "%.1f", amount) : Long.toString(Math.round(amount));
    }
}
