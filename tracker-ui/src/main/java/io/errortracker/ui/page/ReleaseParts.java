package io.errortracker.ui.page;

import io.errortracker.event.ErrorEvent;
import io.errortracker.store.ArtifactStore;
import io.errortracker.store.ReleaseHealthStore;
import io.errortracker.store.ReleaseStore;
import io.errortracker.symbolicate.Readable;
import java.util.List;
import java.util.function.Function;

/**
 * Where the pages about releases look.
 *
 * @param releases the releases
 * @param health how their sessions went
 * @param artifacts what was uploaded for them
 * @param readable makes events of minified code readable
 * @param served paths of source maps that the application itself hands to everybody
 * @param maxBytes of uploaded files that are kept
 * @since 0.1.0
 */
public record ReleaseParts(
        ReleaseStore releases,
        ReleaseHealthStore health,
        ArtifactStore artifacts,
        Function<ErrorEvent, Readable> readable,
        List<String> served,
        long maxBytes) {
    public ReleaseParts {
        served = List.copyOf(served);
    }
}
