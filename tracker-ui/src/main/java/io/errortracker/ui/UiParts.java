package io.errortracker.ui;

import io.errortracker.alert.AlertDesk;
import io.errortracker.event.ErrorEvent;
import io.errortracker.health.SelfHealth;
import io.errortracker.regroup.Regrouper;
import io.errortracker.store.IssueMerging;
import io.errortracker.store.IssueStore;
import io.errortracker.store.RetentionPolicy;
import io.errortracker.store.TraceStore;
import io.errortracker.ui.access.ApiTokens;
import io.errortracker.ui.access.Gate;
import io.errortracker.ui.page.Fact;
import io.errortracker.ui.page.IngestDesk;
import io.errortracker.ui.page.NoiseParts;
import io.errortracker.ui.page.QueueFill;
import io.errortracker.ui.page.ReleaseParts;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the pages are made of. Every part is thread-safe.
 *
 * @param store the issues
 * @param traces events and spans by their trace
 * @param health the tracker's own counters and last failure; failures of the pages are noted here too
 * @param gate who may enter and change
 * @param clock what time it is
 * @param appName what the application is called; shown on every page
 * @param queue how full the queue is now
 * @param retention how much is kept
 * @param noise what is not stored, and how much of it there was
 * @param ingest what browsers and other programs send; null while the ingest is off
 * @param apiTokens who may use the web API
 * @param facts how the tracker is set up: versions, who may enter and why; shown on the self-page in this order, secrets left out
 * @param eventJson an event as the JSON that admins may download
 * @param merging what people say about which fingerprints are one issue
 * @param regrouper grouping as people change it
 * @param releases releases, their source maps, and what these make readable
 * @param alerts rules, ways and deliveries
 * @since 0.1.0
 */
public record UiParts(
        IssueStore store,
        TraceStore traces,
        SelfHealth health,
        Gate gate,
        Clock clock,
        String appName,
        Supplier<QueueFill> queue,
        RetentionPolicy retention,
        NoiseParts noise,
        @Nullable IngestDesk ingest,
        ApiTokens apiTokens,
        Supplier<List<Fact>> facts,
        Function<ErrorEvent, String> eventJson,
        IssueMerging merging,
        Regrouper regrouper,
        ReleaseParts releases,
        AlertDesk alerts) {}
