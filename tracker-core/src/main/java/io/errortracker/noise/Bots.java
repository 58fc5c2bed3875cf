package io.errortracker.noise;

import io.errortracker.event.ErrorEvent;
import io.errortracker.event.Request;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Search engines' robots and scanners for weaknesses, known by their user agent. */
final class Bots {
    /** What the parser of user agents calls the device of a robot. */
    private static final String ROBOT = "Spider";

    private static final List<String> SCANNERS = List.of(
            "acunetix",
            "censysinspect",
            "dirbuster",
            "expanse",
            "feroxbuster",
            "gobuster",
            "masscan",
            "nessus",
            "nikto",
            "nmap scripting",
            "nuclei",
            "openvas",
            "sqlmap",
            "wpscan",
            "zgrab");

    private Bots() {}

    /** What an application captures on purpose is kept, whoever asked. */
    static boolean asked(ErrorEvent event) {
        return !ClientFault.isOnPurpose(event)
                && (ROBOT.equals(event.context("device", "name")) || isScanner(event.request()));
    }

    private static boolean isScanner(@Nullable Request request) {
        String agent = request == null ? null : request.header("user-agent");
        if (agent == null) {
            return false;
        }
        String lower = agent.toLowerCase(Locale.ROOT);
        return SCANNERS.stream().anyMatch(lower::contains);
    }
}
