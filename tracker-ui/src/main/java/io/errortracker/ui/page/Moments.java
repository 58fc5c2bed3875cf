package io.errortracker.ui.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as a reader of this moment and this zone says them. */
record Moments(Instant now, ZoneId zone) {
    private static final DateTimeFormatter ABSOLUTE =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm:ss zzz", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR_ONLY = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    /**
     * A time for people.
     *
     * @param iso for machines, in UTC
     * @param relative {@code 3 min ago}
     * @param absolute {@code Mon 23 Nov 2026, 03:18:07 UTC}
     */
    record Moment(String iso, String relative, String absolute) {}

    Moment of(Instant when) {
        return new Moment(when.truncatedTo(ChronoUnit.MILLIS).toString(), relative(when), ABSOLUTE.format(local(when)));
    }

    @Nullable
    Moment ofNullable(@Nullable Instant when) {
        return when == null ? null : of(when);
    }

    /** {@code 03:18:07.250}. */
    String clock(Instant when) {
        return CLOCK.format(local(when));
    }

    /** {@code Mon 23 Nov, 03:00}. */
    String hour(Instant when) {
        return HOUR.format(local(when));
    }

    /** {@code 23 Nov}. */
    String day(Instant when) {
        return DAY.format(local(when));
    }

    /** {@code 03:00}. */
    String hourOnly(Instant when) {
        return HOUR_ONLY.format(local(when));
    }

    ZonedDateTime local(Instant when) {
        return when.atZone(zone);
    }

    private String relative(Instant when) {
        Duration age = Duration.between(when, now);
        if (age.isNegative()) {
            return age.abs().toMinutes() < 1 ? "just now" : "in " + span(age.abs());
        }
        return age.toSeconds() < 45 ? "just now" : span(age) + " ago";
    }

    private static String span(Duration age) {
        long minutes = Math.max(1, Math.round(age.toSeconds() / 60.0));
        if (minutes < 60) {
            return minutes + " min";
        }
        if (minutes < 48 * 60) {
            return minutes / 60 + " h";
        }
        long days = minutes / (24 * 60);
        if (days < 60) {
            return days + " d";
        }
        return days < 730 ? days / 30 + " mo" : days / 365 + " y";
    }
}
