package io.errortracker.ui.action;

import io.errortracker.store.ArtifactStore;
import io.errortracker.ui.page.Answer;
import io.errortracker.ui.page.Visit;

/**
 * Deletes the files of a release.
 *
 * @since 0.1.0
 */
public final class DeleteMapsButton {
    private final ArtifactStore artifacts;

    public DeleteMapsButton(ArtifactStore artifacts) {
        this.artifacts = artifacts;
    }

    /** Of the release that the form names; without a name, the files without a release. */
    public Answer press(Visit visit) {
        String version = visit.query().text("of");
        artifacts.delete(version == null ? "" : version);
        return new Answer.SeeOther(visit.base() + "/releases");
    }
}
