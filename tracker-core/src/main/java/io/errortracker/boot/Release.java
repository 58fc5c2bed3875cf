package io.errortracker.boot;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** Finds the application's version where builds leave it: the manifest, else {@code git.properties}. */
final class Release {
    private final Function<String, @Nullable InputStream> resource;

    Release(Function<String, @Nullable InputStream> resource) {
        this.resource = resource;
    }

    Optional<String> find() {
        return fromManifest().or(this::fromGit);
    }

    private Optional<String> fromManifest() {
        try (InputStream in = resource.apply("/META-INF/MANIFEST.MF")) {
            if (in == null) {
                return Optional.empty();
            }
            Attributes attributes = new Manifest(in).getMainAttributes();
            return present(attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<String> fromGit() {
        try (InputStream in = resource.apply("/WEB-INF/classes/git.properties")) {
            if (in == null) {
                return Optional.empty();
            }
            Properties git = new Properties();
            git.load(in);
            return present(git.getProperty("git.build.version"))
                    .or(() -> present(git.getProperty("git.commit.id.describe")))
                    .or(() -> present(git.getProperty("git.commit.id.abbrev")))
                    .or(() -> present(git.getProperty("git.commit.id")));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> present(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(found -> !found.isEmpty());
    }
}
