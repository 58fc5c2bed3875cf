package io.errortracker.bundled;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** What one deployment of the tracker does with the jar; run in a class loader of its own. */
public final class Redeployment implements Callable<String> {
    private final Path directory;

    public Redeployment(Path directory) {
        this.directory = directory;
    }

    @Override
    public String call() throws Exception {
        try (Store store = new Store(Store.file(directory))) {
            store.sessions.inStatelessTransaction(session ->
                    session.insert(new Store.Issue("broken", Store.Status.UNRESOLVED, java.time.Instant.EPOCH)));
            new BundledLibrariesTest().a_browser_is_recognised_by_its_user_agent();
            return store.sessions.fromStatelessSession(
                    session -> session.createSelectionQuery("select i.title from Store$Issue i", String.class)
                            .setMaxResults(1)
                            .getSingleResult());
        }
    }
}
