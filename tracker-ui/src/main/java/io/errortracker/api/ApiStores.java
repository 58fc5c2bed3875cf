package io.errortracker.api;

import io.errortracker.event.ErrorEvent;
import io.errortracker.store.ArtifactStore;
import io.errortracker.store.IssueStore;
import io.errortracker.store.ReleaseStore;
import io.errortracker.symbolicate.Readable;
import java.util.function.Function;

/**
 * What the API reads and writes.
 *
 * @param readable makes events of minified code readable
 * @since 0.1.0
 */
public record ApiStores(
        IssueStore issues, ReleaseStore releases, ArtifactStore artifacts, Function<ErrorEvent, Readable> readable) {}
