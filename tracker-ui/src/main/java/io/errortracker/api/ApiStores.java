package io.errortracker.api;

import io.errortracker.store.ArtifactStore;
import io.errortracker.store.IssueStore;
import io.errortracker.store.ReleaseStore;

/**
 * What the API reads and writes.
 *
 * @since 0.1.0
 */
public record ApiStores(IssueStore issues, ReleaseStore releases, ArtifactStore artifacts) {}
