package io.errortracker.ingest;

import io.errortracker.health.SelfHealth;
import java.time.Clock;

/**
 * What the ingest is made of. Every part is thread-safe.
 *
 * @param keys that are let in
 * @param origins whose pages may send
 * @param limits how much may come in
 * @param intake where it goes
 * @param counters what came in
 * @param reports what clients say they did not send
 * @param script the browser's script
 * @param tellsUsers whether the address and the signed-in user of a request are told
 * @param health failures of the ingest are noted here
 * @param clock what time it is
 * @since 0.1.0
 */
public record IngestParts(
        IngestKeys keys,
        IngestOrigins origins,
        IngestLimits limits,
        Intake intake,
        IngestCounters counters,
        ClientReports reports,
        BrowserScript script,
        boolean tellsUsers,
        SelfHealth health,
        Clock clock) {}
