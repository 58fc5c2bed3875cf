package io.errortracker.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Releases of the application: those that builds announced, those that events named, those that files were uploaded for.
 *
 * <p>Thread-safe; for any thread. Every method throws {@link StoreUnavailableException} when the store cannot be read or written now.
 *
 * @since 0.1.0
 */
public interface ReleaseStore {

    /** Notes a release; one that is known stays as it is. */
    void announce(String version);

    /** Notes that a release is out, announcing it where it is unknown. */
    void released(String version, Instant when);

    /** Notes a deployment, announcing its release where it is unknown. @return it with its id */
    ReleaseInfo.Deploy deployed(String version, ReleaseInfo.Deploy deploy);

    Optional<ReleaseInfo> release(String version);

    /** The releases that something was heard of last, the latest first. */
    List<ReleaseInfo> releases(int limit);

    /** Deployments of a release, the last first, at most 100. */
    List<ReleaseInfo.Deploy> deploys(String version);

    /** What was uploaded without a release. */
    ReleaseInfo.Files withoutRelease();

    /** Forgets what was announced of a release and its deployments; its events and issues stay. @return whether it was known */
    boolean forget(String version);
}
