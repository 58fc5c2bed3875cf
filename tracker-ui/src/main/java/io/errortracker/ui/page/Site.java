package io.errortracker.ui.page;

import io.errortracker.event.ErrorEvent;
import io.errortracker.health.SelfHealth;
import io.errortracker.regroup.Regrouper;
import io.errortracker.store.IssueMerging;
import io.errortracker.store.IssueStore;
import io.errortracker.store.TraceStore;
import io.errortracker.symbolicate.Readable;
import java.util.function.Function;

/**
 * What every page needs.
 *
 * @param appName what the application is called
 * @param store where the issues are
 * @param health what the tracker knows of itself
 * @param traces events and spans by their trace
 * @param assets where the static files are
 * @param merging what people say about which fingerprints are one issue
 * @param readable makes events of minified code readable
 * @param regrouper grouping as people change it
 * @since 0.1.0
 */
public record Site(
        String appName,
        IssueStore store,
        SelfHealth health,
        TraceStore traces,
        AssetPaths assets,
        IssueMerging merging,
        Function<ErrorEvent, Readable> readable,
        Regrouper regrouper) {}
